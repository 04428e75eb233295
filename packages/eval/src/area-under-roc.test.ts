import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaUnderRoc } from './area-under-roc.ts';
import { scoreDistribution } from './score-distribution.ts';

const scores = fc.array(
  fc.integer({ min: -8, max: 8 }).map((step) => step / 8),
  { minLength: 1, maxLength: 30 },
);

test('a tie counts half', () => {
  expect(areaUnderRoc(scoreDistribution([0.9, 0.7], [0.1, 0.3, 0.7]))).toBe(5.5 / 6);
  expect(areaUnderRoc(scoreDistribution([0.5, 0.5], [0.5]))).toBe(0.5);
});

test('separated scores give 1, the wrong way round 0', () => {
  expect(areaUnderRoc(scoreDistribution([0.9, 0.8], [0.1]))).toBe(1);
  expect(areaUnderRoc(scoreDistribution([0.1], [0.9, 0.8]))).toBe(0);
});

test('without pairs of both kinds there is no area', () => {
  expect(areaUnderRoc(scoreDistribution([0.9], []))).toBeUndefined();
  expect(areaUnderRoc(scoreDistribution([], [0.9]))).toBeUndefined();
  expect(areaUnderRoc(scoreDistribution([], []))).toBeUndefined();
});

test('it is the share of mated and non-mated scores in the right order', () => {
  const check = fc.property(scores, scores, (mated, nonMated) => {
    const wins = mated.flatMap((m) => nonMated.map((n): number => (m > n ? 1 : m === n ? 0.5 : 0)));
    const share = wins.reduce((sum, win) => sum + win, 0) / wins.length;
    expect(areaUnderRoc(scoreDistribution(mated, nonMated))).toBe(share);
  });
  fc.assert(check, { seed: 1 });
});

test('exchanging the lists mirrors it about one half; exchanging them and the sign leaves it', () => {
  const check = fc.property(scores, scores, (mated, nonMated) => {
    const negated = (list: number[]) => list.map((score) => -score);
    const area = areaUnderRoc(scoreDistribution(mated, nonMated)) ?? Number.NaN;
    expect(areaUnderRoc(scoreDistribution(nonMated, mated))).toBeCloseTo(1 - area, 12);
    expect(areaUnderRoc(scoreDistribution(negated(nonMated), negated(mated)))).toBeCloseTo(area, 12);
  });
  fc.assert(check, { seed: 2 });
});
