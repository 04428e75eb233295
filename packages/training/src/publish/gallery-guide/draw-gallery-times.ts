import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { TimedGallery } from './timed-gallery.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008). */
const COLOURS = { fastest: '#0072B2', median: '#D55E00' } as const;
const FRAME_MS = 1000 / 60;

/** Draws how long one identification takes against the size of the gallery. @returns an SVG document */
export async function drawGalleryTimes(times: readonly TimedGallery[]): Promise<string> {
  const values = times.flatMap(({ size, fastestMs, identify }) => [
    { size, label: 'fastest', ms: fastestMs },
    { size, label: 'median', ms: identify.medianMs },
  ]);
  const x = { field: 'size', type: 'quantitative', title: 'subjects in the gallery', scale: { type: 'log' } };
  const spec = {
    background: 'white',
    padding: 12,
    width: 460,
    height: 280,
    layer: [
      {
        data: { values: [{ ms: FRAME_MS }] },
        mark: { type: 'rule', strokeDash: [4, 4] },
        encoding: { y: { field: 'ms', type: 'quantitative' } },
      },
      {
        data: { values },
        mark: { type: 'line', point: { size: 55, filled: true }, strokeWidth: 2 },
        encoding: {
          x: { ...x, axis: { values: times.map(({ size }) => size), format: ',' } },
          y: {
            field: 'ms',
            type: 'quantitative',
            title: 'one identification, ms (dashed: a frame at 60 Hz)',
            scale: { type: 'log' },
            axis: { values: [0.1, 1, 10, 100, 1000], format: '~g' },
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
