import { expect, test } from 'vitest';
import { bestAccuracy } from './best-accuracy.ts';
import { crossValidatedAccuracy } from './cross-validated-accuracy.ts';
import { pairDistribution, type ScoredPair } from './scored-pair.ts';

const mated = (similarity: number, fold: number): ScoredPair => ({ similarity, mated: true, fold });
const nonMated = (similarity: number, fold: number): ScoredPair => ({ similarity, mated: false, fold });

/** Mated 0.50, 0.51, …; non-mated 0, 0.01, …: overlapping where the count is above 50. */
function ramp(count: number): ScoredPair[] {
  return [true, false].flatMap((isMated) =>
    Array.from({ length: count }, (_, i) => ({ similarity: (isMated ? 0.5 : 0) + i / 100, mated: isMated })),
  );
}

test('each fold is judged by the threshold of the others', () => {
  const pairs = [mated(0.9, 0), nonMated(0.2, 0), mated(0.6, 1), nonMated(0.7, 1)];
  // Fold 0 is judged at the best of fold 1, which is to reject all; fold 1 at 0.9.
  expect(crossValidatedAccuracy(pairs)).toEqual({
    accuracy: 0.5,
    accuracyStd: 0,
    folds: [
      { accuracy: 0.5, threshold: Number.POSITIVE_INFINITY },
      { accuracy: 0.5, threshold: 0.9 },
    ],
  });
});

test('the spread is the standard deviation between folds, with one degree of freedom less', () => {
  const pairs = [
    ...[mated(0.9, 0), nonMated(0.1, 0)],
    ...[mated(0.9, 1), nonMated(0.1, 1)],
    ...[mated(0.05, 2), nonMated(0.1, 2)],
  ];
  const result = crossValidatedAccuracy(pairs);
  expect(result?.folds.map((fold) => fold.accuracy)).toEqual([1, 1, 0.5]);
  expect(result?.accuracy).toBeCloseTo(2.5 / 3, 12);
  expect(result?.accuracyStd).toBeCloseTo(Math.sqrt(1 / 12), 12);
});

test('a list without folds is cut into ten, the same each time', () => {
  const result = crossValidatedAccuracy(ramp(70));
  expect(result?.folds).toHaveLength(10);
  expect(crossValidatedAccuracy(ramp(70))).toEqual(result);
});

test('it does not exceed the optimistic figure', () => {
  const optimistic = bestAccuracy(pairDistribution(ramp(70)))?.accuracy;
  expect(crossValidatedAccuracy(ramp(70))?.accuracy).toBeLessThanOrEqual(optimistic ?? Number.NaN);
});

test('separated scores are decided rightly in every fold', () => {
  expect(
    crossValidatedAccuracy(ramp(40).map((pair) => ({ ...pair, similarity: pair.mated ? 0.9 : 0.1 }))),
  ).toMatchObject({
    accuracy: 1,
    accuracyStd: 0,
  });
});

test('lists that cannot support the figure give none', () => {
  expect(crossValidatedAccuracy([])).toBeUndefined();
  expect(crossValidatedAccuracy(ramp(40).filter((pair) => pair.mated))).toBeUndefined();
  expect(crossValidatedAccuracy(ramp(9)), 'fewer pairs of a kind than folds').toBeUndefined();
  expect(crossValidatedAccuracy(ramp(40).map((pair) => ({ ...pair, fold: 0 }))), 'one fold').toBeUndefined();
  const byKind = ramp(40).map((pair) => ({ ...pair, fold: pair.mated ? 0 : 1 }));
  expect(crossValidatedAccuracy(byKind), 'folds of one kind').toBeUndefined();
});

test('folds for only some of the pairs are refused', () => {
  expect(() => crossValidatedAccuracy([mated(0.9, 0), { similarity: 0.1, mated: false }])).toThrow(
    expect.objectContaining({ code: 'evaluation-invalid' }),
  );
});
