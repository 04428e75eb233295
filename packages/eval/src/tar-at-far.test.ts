import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorRates } from './error-rates.ts';
import { scoreDistribution } from './score-distribution.ts';
import { tarAtFar } from './tar-at-far.ts';

const scores = fc.array(
  fc.integer({ min: -8, max: 8 }).map((step) => step / 8),
  { minLength: 1, maxLength: 30 },
);

test('it takes the smallest similarity of the set that holds the rate', () => {
  const distribution = scoreDistribution([0.9, 0.6, 0.55, 0.3], [0.7, 0.5, 0.2, 0.1]);
  expect(tarAtFar(distribution, 0.25)).toEqual({
    outcome: 'measured',
    targetFmr: 0.25,
    threshold: 0.55,
    tar: 0.75,
    fmr: 0.25,
  });
});

test('a rate that the set meets exactly is held', () => {
  const nonMated = Float64Array.from({ length: 3000 }, (_, i) => i / 3000);
  expect(tarAtFar(scoreDistribution([0.9985], nonMated), 0.001)).toMatchObject({ fmr: 0.001, threshold: 2997 / 3000 });
});

test('fewer than one pair in 1 / rate is refused, exactly so many are enough', () => {
  const nonMated = (count: number) => Float64Array.from({ length: count }, (_, i) => i / 1000);
  expect(tarAtFar(scoreDistribution([0.9995], nonMated(999)), 0.001)).toEqual({
    outcome: 'refused',
    targetFmr: 0.001,
    reason: 'too-few-non-mated-pairs',
  });
  expect(tarAtFar(scoreDistribution([0.9995], nonMated(1000)), 0.001)).toMatchObject({ outcome: 'measured', tar: 1 });
  expect(tarAtFar(scoreDistribution([0.9995], nonMated(1000)), 0.001, 2)).toMatchObject({
    reason: 'too-few-non-mated-pairs',
  });
});

test('one kind of pairs alone gives no figure', () => {
  expect(tarAtFar(scoreDistribution([0.9], []), 0.1)).toMatchObject({ reason: 'too-few-non-mated-pairs' });
  expect(tarAtFar(scoreDistribution([], new Float64Array(1000)), 0.1)).toMatchObject({ reason: 'no-mated-pairs' });
});

test('more ties at the top than the rate allows leave no threshold', () => {
  expect(tarAtFar(scoreDistribution([1, 0.5], [1, 1, 0.1, 0.2]), 0.25)).toMatchObject({
    outcome: 'refused',
    reason: 'no-threshold-holds-the-rate',
  });
});

test.each([0, 1, -0.1, 1.5, Number.NaN])('a target rate of %s is refused', (targetFmr) => {
  expect(() => tarAtFar(scoreDistribution([0.9], [0.1]), targetFmr)).toThrow(
    expect.objectContaining({ code: 'evaluation-invalid' }),
  );
});

test('of the thresholds in the set none smaller holds the rate', () => {
  const check = fc.property(scores, scores, fc.constantFrom(0.05, 0.1, 0.25, 0.5), (mated, nonMated, targetFmr) => {
    const distribution = scoreDistribution(mated, nonMated);
    const holding = [...distribution.similarities].filter(
      (similarity) => Number(errorRates(distribution, similarity).fmr) <= targetFmr,
    );
    const point = tarAtFar(distribution, targetFmr);
    if (point.outcome === 'refused') {
      expect(holding.length === 0 || nonMated.length < 1 / targetFmr).toBe(true);
      return;
    }
    const rates = errorRates(distribution, point.threshold);
    expect(point.threshold).toBe(Math.min(...holding));
    expect(point.fmr).toBe(rates.fmr);
    expect(point.tar).toBeCloseTo(1 - Number(rates.fnmr), 12);
  });
  fc.assert(check, { seed: 1 });
});
