import { spreadOf } from '@face-verify/eval';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { PeersBenchmark } from './bench-peers.ts';
import { PIPELINES } from './peer-harness.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008). */
const STAGES = {
  decode: '#999999',
  detect: '#E69F00',
  points: '#56B4E9',
  align: '#009E73',
  embed: '#0072B2',
  'not told by stage': '#D3D3D3',
} as const;

/** Bars of the warm medians by stage, pipelines beside each other. @returns an SVG document */
export async function drawPeers({ figures }: PeersBenchmark): Promise<string> {
  const pipelines = figures.filter(({ name }) => (PIPELINES as readonly string[]).includes(name));
  const values = pipelines.flatMap(({ name, laps }) => {
    const median = (msOf: (lap: (typeof laps)[number]) => number) => spreadOf(laps.map(msOf)).median;
    const stages = Object.keys(laps[0]?.stages ?? {}).map((stage) => ({
      name,
      stage,
      ms: median((lap) => lap.stages?.[stage] ?? 0),
    }));
    const told = stages.reduce((sum, { ms }) => sum + ms, 0);
    return [...stages, { name, stage: 'not told by stage', ms: Math.max(0, median(({ ms }) => ms) - told) }];
  });
  const order = Object.keys(STAGES);
  const spec = {
    background: 'white',
    padding: 12,
    width: 520,
    height: { step: 30 },
    data: { values: values.map((value) => ({ ...value, order: order.indexOf(value.stage) })) },
    mark: 'bar',
    encoding: {
      y: { field: 'name', type: 'nominal', title: null, sort: [...PIPELINES] },
      x: { field: 'ms', type: 'quantitative', title: 'photograph to embedding, ms (median)', stack: true },
      order: { field: 'order', type: 'quantitative' },
      color: {
        field: 'stage',
        type: 'nominal',
        title: null,
        scale: { domain: order, range: Object.values(STAGES) },
        legend: { orient: 'top' },
      },
    },
    config: { axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', labelLimit: 220 } },
  } as unknown as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}
