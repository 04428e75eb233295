import { expect, test } from 'vitest';
import { scoreDistribution } from './score-distribution.ts';

test('ties share an entry and similarities descend', () => {
  const distribution = scoreDistribution([0.9, 0.7], [0.1, 0.7, 0.7]);
  expect([...distribution.similarities]).toEqual([0.9, 0.7, 0.1]);
  expect([...distribution.matedWeights]).toEqual([1, 1, 0]);
  expect([...distribution.nonMatedWeights]).toEqual([0, 2, 1]);
  expect(distribution).toMatchObject({ matedTotal: 2, nonMatedTotal: 3 });
});

test('zero and minus zero are one similarity', () => {
  expect([...scoreDistribution([0], [-0]).similarities]).toHaveLength(1);
});

test('typed arrays and lists of numbers give the same distribution, and are left as they were', () => {
  const mated = Float32Array.of(0.25, 0.5);
  const nonMated = Float64Array.of(-0.5, 0.25);
  expect(scoreDistribution(mated, nonMated)).toEqual(scoreDistribution([0.25, 0.5], [-0.5, 0.25]));
  expect([...mated]).toEqual([0.25, 0.5]);
});

test('an empty list is a distribution without pairs', () => {
  expect(scoreDistribution([], [])).toMatchObject({ matedTotal: 0, nonMatedTotal: 0 });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('a similarity of %s is refused', (bad) => {
  const refused = expect.objectContaining({ code: 'evaluation-invalid' });
  expect(() => scoreDistribution([0.5, bad], [0.1])).toThrow(refused);
  expect(() => scoreDistribution([0.5], [bad, 0.1])).toThrow(refused);
});
