import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accuracyAt, bestAccuracy, bestBalancedAccuracy } from './best-accuracy.ts';
import { errorRates } from './error-rates.ts';
import { scoreDistribution } from './score-distribution.ts';

const scores = fc.array(
  fc.integer({ min: -8, max: 8 }).map((step) => step / 8),
  { minLength: 1, maxLength: 30 },
);

test('accuracy is the share of right decisions', () => {
  expect(accuracyAt(scoreDistribution([0.9, 0.4], [0.6, 0.2, 0.1]), 0.5)).toBe(3 / 5);
  expect(accuracyAt(scoreDistribution([], []), 0.5)).toBeUndefined();
});

test('the best threshold is found among the similarities', () => {
  expect(bestAccuracy(scoreDistribution([0.9, 0.7, 0.4], [0.6, 0.2, 0.1]))).toEqual({
    accuracy: 5 / 6,
    threshold: 0.7,
  });
});

test('where rejecting all is best, the threshold is infinite; the balanced figure is not taken in', () => {
  const distribution = scoreDistribution([0.5], [0.9, 0.8, 0.1, 0.1, 0.1, 0.1]);
  expect(bestAccuracy(distribution)).toEqual({ accuracy: 6 / 7, threshold: Number.POSITIVE_INFINITY });
  expect(bestBalancedAccuracy(distribution)).toEqual({ accuracy: expect.closeTo((1 + 4 / 6) / 2, 12), threshold: 0.5 });
});

test('one kind of pairs alone gives no best accuracy, since accepting or rejecting all would be perfect', () => {
  for (const distribution of [scoreDistribution([0.9], []), scoreDistribution([], [0.1]), scoreDistribution([], [])]) {
    expect(bestAccuracy(distribution)).toBeUndefined();
    expect(bestBalancedAccuracy(distribution)).toBeUndefined();
  }
});

test('no threshold is better, and the figures are those of the threshold', () => {
  const check = fc.property(scores, scores, (mated, nonMated) => {
    const distribution = scoreDistribution(mated, nonMated);
    const balancedAt = (threshold: number) => {
      const { fmr, fnmr } = errorRates(distribution, threshold);
      return 1 - (Number(fmr) + Number(fnmr)) / 2;
    };
    const candidates = [Number.POSITIVE_INFINITY, ...distribution.similarities];
    const plain = bestAccuracy(distribution) ?? { accuracy: Number.NaN, threshold: 0 };
    const balanced = bestBalancedAccuracy(distribution) ?? { accuracy: Number.NaN, threshold: 0 };
    expect(plain.accuracy).toBe(accuracyAt(distribution, plain.threshold));
    expect(plain.accuracy).toBe(Math.max(...candidates.map((t) => Number(accuracyAt(distribution, t)))));
    expect(balanced.accuracy).toBeCloseTo(balancedAt(balanced.threshold), 12);
    expect(balanced.accuracy).toBeCloseTo(Math.max(...candidates.map(balancedAt)), 12);
  });
  fc.assert(check, { seed: 1 });
});
