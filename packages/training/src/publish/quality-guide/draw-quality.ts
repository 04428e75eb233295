import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { QualityPoint, QualitySeries } from '../../measure/quality/measure-quality.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008), with a shape each. */
const LINES = [
  { label: 'norm, as a share of the person’s own', figure: 'relativeNorm', colour: '#0072B2', shape: 'circle' },
  { label: 'pairs of one person matched', figure: 'trueMatchRate', colour: '#D55E00', shape: 'square' },
] as const satisfies readonly { figure: keyof QualityPoint; [look: string]: string }[];

/** Draws norms and matches with their intervals, one panel for each series. @returns an SVG document */
export async function drawQuality(series: readonly QualitySeries[]): Promise<string> {
  const labels = LINES.map(({ label }) => label);
  const legend = { orient: 'top', columns: 1, labelLimit: 0, labelFontSize: 13, symbolSize: 120 };
  const colour = {
    field: 'label',
    type: 'nominal',
    title: null,
    scale: { domain: labels, range: LINES.map(({ colour }) => colour) },
    legend,
  };
  const shape = { ...colour, scale: { domain: labels, range: LINES.map(({ shape }) => shape) } };
  const panel = ({ title, axis, points }: QualitySeries) => ({
    title: { text: title, fontSize: 14, anchor: 'start', frame: 'group' },
    width: 340,
    height: 220,
    data: { values: points.flatMap(rowsOf) },
    encoding: {
      x: {
        field: 'x',
        type: 'quantitative',
        title: axis,
        scale: { zero: false },
        axis: { format: '~g', tickCount: 8 },
      },
      color: colour,
    },
    layer: [
      {
        mark: { type: 'line', point: { size: 45, filled: true }, strokeWidth: 2 },
        encoding: { y: { field: 'value', type: 'quantitative', title: null, scale: { domain: [0, 1.1] } }, shape },
      },
      {
        mark: { type: 'rule', strokeWidth: 1.5 },
        encoding: { y: { field: 'low', type: 'quantitative', title: null }, y2: { field: 'high' } },
      },
    ],
  });
  const spec = {
    background: 'white',
    padding: 12,
    columns: 2,
    // Between the panels themselves, so that they stand in rows and columns.
    spacing: { row: 88, column: 56 },
    bounds: 'flush',
    concat: series.map(panel),
    config: { axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' } },
  } as unknown as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}

function rowsOf(point: QualityPoint) {
  return LINES.map(({ label, figure }) => {
    const { value, interval } = point[figure];
    return { x: point.x, label, value, low: interval[0], high: interval[1] };
  });
}
