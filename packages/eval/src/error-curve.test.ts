import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaUnderRoc } from './area-under-roc.ts';
import { errorCurve } from './error-curve.ts';
import { errorRates } from './error-rates.ts';
import { scoreDistribution } from './score-distribution.ts';

const scores = fc.array(
  fc.integer({ min: -8, max: 8 }).map((step) => step / 8),
  { minLength: 1, maxLength: 30 },
);

test('the curve runs from accepting nothing to accepting all, through its corners only', () => {
  const curve = errorCurve(scoreDistribution([0.9, 0.8, 0.3], [0.5, 0.4, 0.3]));
  expect(curve).toEqual({
    thresholds: Float64Array.of(Number.POSITIVE_INFINITY, 0.8, 0.4, 0.3),
    fmr: Float64Array.of(0, 0, 2 / 3, 1),
    fnmr: Float64Array.of(1, 1 / 3, 1 / 3, 0),
  });
});

test('without pairs of both kinds there is no curve', () => {
  expect(errorCurve(scoreDistribution([0.9], []))).toBeUndefined();
  expect(errorCurve(scoreDistribution([], [0.9]))).toBeUndefined();
});

test('every point holds the rates at its threshold', () => {
  const check = fc.property(scores, scores, (mated, nonMated) => {
    const distribution = scoreDistribution(mated, nonMated);
    const curve = errorCurve(distribution);
    const points = Array.from(curve?.thresholds ?? [], (_, i) => ({ fmr: curve?.fmr[i], fnmr: curve?.fnmr[i] }));
    expect(points.length).toBeGreaterThan(1);
    expect(points).toEqual(Array.from(curve?.thresholds ?? [], (threshold) => errorRates(distribution, threshold)));
  });
  fc.assert(check, { seed: 1 });
});

test('the trapezoids under the corners add up to the area by ranks', () => {
  const check = fc.property(scores, scores, (mated, nonMated) => {
    const distribution = scoreDistribution(mated, nonMated);
    const { fmr, fnmr } = errorCurve(distribution) ?? { fmr: [], fnmr: [] };
    let area = 0;
    for (let i = 1; i < fmr.length; i++) {
      const height = 1 - (Number(fnmr[i]) + Number(fnmr[i - 1])) / 2;
      area += (Number(fmr[i]) - Number(fmr[i - 1])) * height;
    }
    expect(area).toBeCloseTo(areaUnderRoc(distribution) ?? Number.NaN, 12);
  });
  fc.assert(check, { seed: 2 });
});
