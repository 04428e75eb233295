import type { Figure } from '@face-verify/eval';
import { describe, expect, it } from 'vitest';
import type { FusionFigures } from '../../measure/quality/fusion-figures.ts';
import type { QualityPoint, QualityReport, QualitySeries } from '../../measure/quality/measure-quality.ts';
import { drawQuality } from './draw-quality.ts';
import { qualityGuide } from './quality-guide.ts';
import {
  leavingOutVerdict,
  normsVerdict,
  overallVerdict,
  seriesVerdict,
  weightingVerdict,
} from './quality-verdicts.ts';

const figure = (value: number, reach = 0.01): Figure => ({ value, interval: [value - reach, value + reach] });

function pointAt(x: number, norm: Figure, matched: number): QualityPoint {
  return { x, faces: 10, relativeNorm: norm, trueMatchRate: figure(matched), falseMatchRate: 0.001 };
}

const series = (title: string, last: Figure): QualitySeries => ({
  title,
  axis: 'how much',
  points: [pointAt(0, figure(1), 0.8), pointAt(1, figure(1.02), 0.7), pointAt(2, last, 0.1)],
});

const FALLING = series('Blur', figure(0.7));
const UNMOVED = series('Yaw', figure(0.99));
const RISING = series('Distance', figure(1.3));

const fused = (damagedFaces: number, gain: Figure): FusionFigures => ({
  damagedFaces,
  tar: { equal: 0.9, norm: 0.9 + gain.value, undamagedOnly: 0.85 },
  gain: { norm: gain, undamagedOnly: figure(-0.05) },
});

describe('the verdict', () => {
  it('is yes only where the norm falls with everything', () => {
    expect(overallVerdict([FALLING])).toContain('**It does.**');
    expect(overallVerdict([FALLING, UNMOVED])).toBe('**In part.** The norm falls with blur, not with yaw.');
    expect(overallVerdict([RISING, UNMOVED])).toContain('**It does not.**');
  });

  it('says which way each norm goes, and where it misses that fewer match', () => {
    expect(seriesVerdict(FALLING)).toBe(
      '**Blur**: the norm falls, from 1.00 (0.99–1.01) to 0.70 (0.69–0.71); the pairs matched go from 80.0 % to 10.0 %. ' +
        'It misses that fewer match at 1 (1.02).',
    );
    expect(seriesVerdict(UNMOVED)).toContain('does not clearly move');
    expect(seriesVerdict(RISING)).toContain('the norm rises');
  });

  it('takes a difference within chance for none', () => {
    const quarters = (matched: number) => [pointAt(50, figure(0.9), 0.7), pointAt(70, figure(1.1), matched)];
    expect(normsVerdict(quarters(0.9))).toContain('a small norm tells a face');
    expect(normsVerdict(quarters(0.71))).toContain('a small norm does not clearly tell a face');
  });

  it('advises against weighting that loses, and for it only where something is gained', () => {
    const [none, some, loss] = [fused(0, figure(0, 0.02)), fused(4, figure(0.03)), fused(2, figure(-0.03))];
    expect(weightingVerdict([none])).toContain('gains nothing that this set can show');
    expect(weightingVerdict([none, some])).toMatch(
      /gains: \+3\.0 \(2\.0 to 4\.0\) with 4 damaged\. Where none is damaged/,
    );
    expect(weightingVerdict([fused(0, figure(0.03))])).toContain('worth turning on.');
    expect(weightingVerdict([none, some, loss])).toContain('loses: −3.0 (−4.0 to −2.0) with 2 damaged. Leave it off.');
  });

  it('says what becomes of templates without the damaged', () => {
    const without = (gain: Figure) => [{ ...fused(2, figure(0)), gain: { norm: figure(0), undamagedOnly: gain } }];
    expect(leavingOutVerdict(without(figure(-0.05)))).toContain('loses: −5.0 (−6.0 to −4.0) with 2 damaged');
    expect(leavingOutVerdict(without(figure(0.05)))).toContain('gains: +5.0');
    expect(leavingOutVerdict(without(figure(0)))).toContain('neither gains nor loses');
  });
});

const REPORT: QualityReport = {
  faces: 30,
  people: 3,
  threshold: 0.61,
  series: [FALLING, UNMOVED],
  norms: [pointAt(50, figure(0.9), 0.7), pointAt(70, figure(1.1), 0.9)],
  fusion: [fused(0, figure(0, 0.02)), fused(4, figure(0.03))],
};

describe('the page', () => {
  const page = qualityGuide(REPORT, {
    id: 'small',
    weights: { file: 'weights.bin', format: 'fp16', bytes: 2, sha256: `${'ab'.repeat(6)}${'0'.repeat(52)}` },
  });

  it('names the weights that it is about, and the command that writes it', () => {
    expect(page).toContain('`abababababab`');
    expect(page).toContain('npm run -s lab -- measure-norms small');
  });

  it('has a row for every figure', () => {
    expect(page).toContain('| 2 | 10 | 0.70 (0.69–0.71) | 10.0 % (9.0–11.0) | 0.10 % |');
    expect(page).toContain('| 70.0 | 10 | 1.10 (1.09–1.11) | 90.0 % (89.0–91.0) | 0.10 % |');
    expect(page).toContain('| 4 of 5 | 90.0 % | 93.0 % | +3.0 (2.0 to 4.0) | 85.0 % | −5.0 (−6.0 to −4.0) |');
  });

  it('has a picture with a panel for each series', async () => {
    const svg = await drawQuality(REPORT.series);
    expect(svg).toMatch(/^<svg/);
    for (const { title } of REPORT.series) expect(svg).toContain(`>${title}<`);
  });
});
