import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { SoakSample } from './soak-sample.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008). */
const MEMORIES = {
  WebAssembly: { bytes: 'wasmBytes', colour: '#0072B2' },
  'heap of the worker': { bytes: 'workerHeapBytes', colour: '#D55E00' },
  'heap of the page': { bytes: 'pageHeapBytes', colour: '#009E73' },
} as const satisfies Record<string, { bytes: keyof SoakSample; colour: string }>;

/** Draws tensors and memory against the frames that were looked at. @returns an SVG document */
export async function drawSoak(samples: readonly SoakSample[]): Promise<string> {
  const memories = Object.entries(MEMORIES).flatMap(([label, { bytes }]) =>
    samples.map((sample) => ({ frames: sample.frames, label, megabytes: sample[bytes] / 1e6 })),
  );
  const resident = samples.map(({ frames, processBytes }) => ({ frames, megabytes: processBytes / 1e6 }));
  const x = { field: 'frames', type: 'quantitative', title: 'frames looked at', axis: { format: ',d' } };
  const panel = (height: number) => ({ width: 480, height });
  const line = { type: 'line', strokeWidth: 2 };
  const y = (field: string, title: string) => ({ field, type: 'quantitative', title, scale: { zero: true } });
  const spec = {
    background: 'white',
    padding: 12,
    vconcat: [
      {
        ...panel(90),
        data: { values: samples.map(({ frames, tensors }) => ({ frames, tensors })) },
        mark: line,
        encoding: { x: { ...x, title: null }, y: y('tensors', 'tensors') },
      },
      {
        ...panel(160),
        data: { values: memories },
        mark: line,
        encoding: {
          x: { ...x, title: null },
          y: y('megabytes', 'MB'),
          color: {
            field: 'label',
            type: 'nominal',
            title: null,
            scale: { domain: Object.keys(MEMORIES), range: Object.values(MEMORIES).map(({ colour }) => colour) },
            legend: { orient: 'top' },
          },
        },
      },
      {
        ...panel(120),
        data: { values: resident },
        mark: { ...line, color: '#56B4E9' },
        encoding: { x, y: y('megabytes', 'processes, MB') },
      },
    ],
    config: { axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' } },
  } as unknown as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}
