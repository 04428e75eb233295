import { expectedFpir } from '@face-verify/core';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { IdentificationFigures } from '../../measure/verification/identification-figures.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008), from the loosest threshold on. */
const COLOURS = ['#D55E00', '#E69F00', '#0072B2', '#009E73', '#CC79A7'];
const LARGEST = 1_000_000;
const LEAST = 1e-4;

/** Draws the expected FPIR against the size of the gallery, a line for each threshold, and what was measured as points. */
export async function drawIdentification(figures: readonly IdentificationFigures[]): Promise<string> {
  const rates = [...new Set(figures.map(({ targetFmr }) => targetFmr))].sort((a, b) => b - a);
  const label = (fmr: number) => `FMR ${fmr}`;
  const sizes = Array.from({ length: 49 }, (_, i) => LARGEST ** (i / 48));
  const lines = rates
    .flatMap((fmr) => sizes.map((size) => ({ label: label(fmr), size, fpir: expectedFpir(fmr, size) })))
    .filter(({ fpir }) => fpir >= LEAST);
  const points = figures.map(({ gallerySize: size, targetFmr, fpir: { value, interval } }) => ({
    label: label(targetFmr),
    size,
    fpir: value,
    low: interval[0],
    high: interval[1],
  }));
  const x = {
    field: 'size',
    type: 'quantitative',
    title: 'subjects in the gallery',
    scale: { type: 'log' },
    axis: { values: [1, 10, 100, 1000, 10_000, 100_000, 1_000_000], format: ',' },
  };
  const y = {
    field: 'fpir',
    type: 'quantitative',
    title: 'strangers who are identified: line expected, points measured',
    scale: { type: 'log', domain: [LEAST, 1], clamp: true },
    axis: { values: [1e-4, 1e-3, 1e-2, 1e-1, 1], format: '~%' },
  };
  const color = {
    field: 'label',
    type: 'nominal',
    title: null,
    scale: { domain: rates.map(label), range: COLOURS.slice(0, rates.length) },
    legend: { orient: 'top' },
  };
  const spec = {
    background: 'white',
    padding: 12,
    width: 520,
    height: 340,
    layer: [
      { data: { values: lines }, mark: { type: 'line', strokeWidth: 2, clip: true }, encoding: { x, y, color } },
      { data: { values: points }, mark: { type: 'point', filled: true, size: 60 }, encoding: { x, y, color } },
      {
        data: { values: points },
        mark: { type: 'rule', strokeWidth: 1.5 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
      },
    ],
    config: { axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' } },
  } as unknown as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}
