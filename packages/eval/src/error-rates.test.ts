import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorRates } from './error-rates.ts';
import { scoreDistribution } from './score-distribution.ts';

/** Coarse, so that ties are frequent. */
const similarity = fc.integer({ min: -8, max: 8 }).map((step) => step / 8);
const scores = fc.array(similarity, { minLength: 1, maxLength: 30 });

test('a similarity equal to the threshold is accepted', () => {
  const distribution = scoreDistribution([0.9, 0.5], [0.5, 0.1, 0.2, 0.3]);
  expect(errorRates(distribution, 0.5)).toEqual({ fmr: 0.25, fnmr: 0 });
  expect(errorRates(distribution, 0.51)).toEqual({ fmr: 0, fnmr: 0.5 });
});

test('infinite thresholds accept all or nothing', () => {
  const distribution = scoreDistribution([0.9], [0.5]);
  expect(errorRates(distribution, Number.NEGATIVE_INFINITY)).toEqual({ fmr: 1, fnmr: 0 });
  expect(errorRates(distribution, Number.POSITIVE_INFINITY)).toEqual({ fmr: 0, fnmr: 1 });
});

test('a rate without pairs of its kind is undefined, never zero', () => {
  expect(errorRates(scoreDistribution([0.9], []), 0.5)).toEqual({ fmr: undefined, fnmr: 0 });
  expect(errorRates(scoreDistribution([], [0.1]), 0.5)).toEqual({ fmr: 0, fnmr: undefined });
});

test('a threshold of NaN is refused, since it would look free of false matches', () => {
  expect(() => errorRates(scoreDistribution([0.9], [0.1]), Number.NaN)).toThrow(
    expect.objectContaining({ code: 'evaluation-invalid' }),
  );
});

test('the rates are the shares that counting gives', () => {
  const check = fc.property(scores, scores, similarity, (mated, nonMated, threshold) => {
    expect(errorRates(scoreDistribution(mated, nonMated), threshold)).toEqual({
      fmr: nonMated.filter((score) => score >= threshold).length / nonMated.length,
      fnmr: mated.filter((score) => score < threshold).length / mated.length,
    });
  });
  fc.assert(check, { seed: 1 });
});

test('a higher threshold never raises the FMR nor lowers the FNMR', () => {
  const check = fc.property(scores, scores, similarity, similarity, (mated, nonMated, one, other) => {
    const distribution = scoreDistribution(mated, nonMated);
    const loose = errorRates(distribution, Math.min(one, other));
    const strict = errorRates(distribution, Math.max(one, other));
    expect(strict.fmr).toBeLessThanOrEqual(loose.fmr ?? Number.NaN);
    expect(strict.fnmr).toBeGreaterThanOrEqual(loose.fnmr ?? Number.NaN);
  });
  fc.assert(check, { seed: 2 });
});
