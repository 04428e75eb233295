import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalErrorRate } from './equal-error-rate.ts';
import { errorRates } from './error-rates.ts';
import { scoreDistribution } from './score-distribution.ts';

const scores = fc.array(
  fc.integer({ min: -8, max: 8 }).map((step) => step / 8),
  { minLength: 1, maxLength: 30 },
);

test.each([
  ['the rates meet at a threshold', [0.9, 0.8, 0.4], [0.6, 0.3, 0.2], 1 / 3],
  ['one rate passes the other in a jump', [0.9, 0.4], [0.6, 0.3, 0.2, 0.1], 0.25],
  ['a tie lets both rates move at once', [0.9, 0.5], [0.5, 0.1], 0.25],
  ['unequal steps are interpolated', [0.9, 0.5, 0.5, 0.5], [0.5, 0.1], 0.3],
  ['the scores are separated', [0.9, 0.8], [0.2, 0.1], 0],
  ['all scores are equal', [0.5, 0.5], [0.5], 0.5],
  ['the scores are the wrong way round', [0.1], [0.9], 1],
])('where %s, it is as computed by hand', (_case, mated, nonMated, expected) => {
  expect(equalErrorRate(scoreDistribution(mated, nonMated))).toBeCloseTo(expected, 12);
});

test('without pairs of both kinds there is no rate', () => {
  expect(equalErrorRate(scoreDistribution([0.9], []))).toBeUndefined();
  expect(equalErrorRate(scoreDistribution([], [0.1]))).toBeUndefined();
});

test('it lies between the rates on either side of the crossing', () => {
  const check = fc.property(scores, scores, (mated, nonMated) => {
    const distribution = scoreDistribution(mated, nonMated);
    const eer = equalErrorRate(distribution) ?? Number.NaN;
    const thresholds = [Number.POSITIVE_INFINITY, ...distribution.similarities];
    const rates = thresholds.map((threshold) => errorRates(distribution, threshold));
    const after = rates.findIndex(({ fmr = Number.NaN, fnmr = Number.NaN }) => fmr >= fnmr);
    const slack = 1e-12;
    expect(eer).toBeGreaterThanOrEqual(Number(rates[after - 1]?.fmr) - slack);
    expect(eer).toBeGreaterThanOrEqual(Number(rates[after]?.fnmr) - slack);
    expect(eer).toBeLessThanOrEqual(Number(rates[after]?.fmr) + slack);
    expect(eer).toBeLessThanOrEqual(Number(rates[after - 1]?.fnmr) + slack);
  });
  fc.assert(check, { seed: 1 });
});
