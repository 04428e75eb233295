import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { CurvePoint } from './target-curves.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008), each with a dash, in the order of the lines. */
const STROKES: readonly (readonly [colour: string, dash: readonly number[]])[] = [
  ['#000000', [1, 0]],
  ['#CC79A7', [1, 0]],
  ['#0072B2', [1, 0]],
  ['#D55E00', [1, 0]],
  ['#D55E00', [2, 2]],
  ['#009E73', [1, 0]],
  ['#56B4E9', [6, 2]],
  ['#56B4E9', [1, 0]],
  ['#56B4E9', [2, 2]],
  ['#E69F00', [1, 0]],
  ['#E69F00', [6, 2]],
];

/** Draws the logit of the target against its angle, one line for each label. @returns an SVG document */
export async function drawTargetCurves(points: readonly CurvePoint[]): Promise<string> {
  const labels = [...new Set(points.map(({ label }) => label))];
  const scale = (range: readonly unknown[]) => ({ domain: labels, range: range.slice(0, labels.length) });
  const legend = {
    orient: 'right',
    labelLimit: 0,
    labelFontSize: 12,
    symbolSize: 400,
    symbolStrokeWidth: 2,
    rowPadding: 4,
  };
  const spec = {
    background: 'white',
    padding: 12,
    width: 560,
    height: 460,
    data: { values: points },
    mark: { type: 'line', strokeWidth: 2 },
    encoding: {
      x: {
        field: 'degrees',
        type: 'quantitative',
        title: 'angle between embedding and the centre of its class, degrees',
        scale: { domain: [0, 180] },
        axis: { values: [0, 30, 60, 90, 120, 150, 180] },
      },
      y: { field: 'logit', type: 'quantitative', title: 'logit of the target / scale' },
      color: { field: 'label', type: 'nominal', title: null, scale: scale(STROKES.map(([colour]) => colour)), legend },
      strokeDash: {
        field: 'label',
        type: 'nominal',
        title: null,
        scale: scale(STROKES.map(([, dash]) => dash)),
        legend,
      },
    },
    config: { axis: { labelFontSize: 12, titleFontSize: 13, titleFontWeight: 'normal' } },
  } as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}
