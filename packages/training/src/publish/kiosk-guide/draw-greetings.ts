import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { MeasuredKiosks, MeasuredVisit } from './measured-kiosk.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008). */
const COLOURS = { 'without challenges': '#0072B2', 'with two challenges': '#D55E00' } as const;

/** Draws which share of the visits was greeted by when. @returns an SVG document */
export async function drawGreetings({ plain, challenged }: MeasuredKiosks): Promise<string> {
  const values = [...stepsOf(plain.visits, 'without challenges'), ...stepsOf(challenged.visits, 'with two challenges')];
  const spec = {
    background: 'white',
    padding: 12,
    width: 480,
    height: 240,
    layer: [
      {
        data: { values: [{ seconds: 1 }] },
        mark: { type: 'rule', strokeDash: [4, 4] },
        encoding: { x: { field: 'seconds', type: 'quantitative' } },
      },
      {
        data: { values },
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
        encoding: {
          x: {
            field: 'seconds',
            type: 'quantitative',
            title: 'seconds since the first frame that shows the person (dashed: one)',
            scale: { type: 'log', nice: false },
            axis: { values: [0.2, 0.5, 1, 2, 5, 10, 20], format: '~g' },
          },
          y: {
            field: 'share',
            type: 'quantitative',
            title: 'share of the visits greeted',
            axis: { format: '.0%', tickCount: 5 },
          },
          color: {
            field: 'label',
            type: 'nominal',
            title: null,
            scale: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) },
            legend: { orient: 'top' },
          },
        },
      },
    ],
    config: { axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' } },
  } as unknown as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}

function stepsOf(visits: readonly MeasuredVisit[], label: keyof typeof COLOURS) {
  const greeted = visits.filter(({ shown }) => shown === 'greeting').map(({ answeredMs }) => answeredMs / 1000);
  const sorted = greeted.sort((a, b) => a - b);
  return [
    { seconds: sorted[0] ?? 1, share: 0, label },
    ...sorted.map((seconds, i) => ({ seconds, share: (i + 1) / visits.length, label })),
  ];
}
