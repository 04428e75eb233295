import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { areaUnderRoc } from './area-under-roc.ts';
import { bootstrapIntervals } from './bootstrap-intervals.ts';
import { errorRates } from './error-rates.ts';
import { resampleSubjects } from './resample-subjects.ts';
import type { ScoreDistribution } from './score-distribution.ts';
import { quantileOf } from './spread.ts';
import { type SubjectPairs, subjectWeighting } from './subject-pairs.ts';

/** Every subject has some mated pairs and meets every other; scores are drawn, mated ones higher. */
function drawPairs(subjectCount: number, matedPerSubject: number): SubjectPairs {
  const random = xoroshiro128plus(3);
  const rows: [number, number, number][] = [];
  for (let a = 0; a < subjectCount; a++) {
    for (let k = 0; k < matedPerSubject; k++) rows.push([0.3 + 0.7 * uniformFloat64(random), a, a]);
    for (let b = a + 1; b < subjectCount; b++) rows.push([0.6 * uniformFloat64(random), a, b]);
  }
  return {
    similarities: Float64Array.from(rows, ([similarity]) => similarity),
    probeSubjects: Int32Array.from(rows, ([, a]) => a),
    referenceSubjects: Int32Array.from(rows, ([, , b]) => b),
    subjectCount,
  };
}

test('equal seeds give equal intervals, in order and around what the set itself gives', () => {
  const pairs = drawPairs(30, 4);
  const intervals = bootstrapIntervals(pairs, { auc: areaUnderRoc }, { resamples: 200, seed: 5 });
  const [low, high] = intervals.auc ?? [Number.NaN, Number.NaN];
  expect(low).toBeLessThan(high);
  expect(low).toBeGreaterThan(0.8);
  expect(high).toBeLessThanOrEqual(1);
  expect(bootstrapIntervals(pairs, { auc: areaUnderRoc }, { resamples: 200, seed: 5 })).toEqual(intervals);
});

test('the interval of a rate is as wide as drawing subjects makes it, not as narrow as drawing pairs would', () => {
  // Of 40 subjects 8 have all their mated pairs rejected: the FNMR is 0.2, its standard error over subjects
  // √(0.2 · 0.8 / 40) = 0.063. Over the 800 pairs it would be 0.014.
  const subjects = Int32Array.from({ length: 800 }, (_, i) => Math.floor(i / 20));
  const pairs: SubjectPairs = {
    similarities: Float64Array.from(subjects, (subject) => (subject < 8 ? 0.1 : 0.9)),
    probeSubjects: subjects,
    referenceSubjects: subjects,
    subjectCount: 40,
  };
  const { fnmr } = bootstrapIntervals(pairs, { fnmr: (distribution) => errorRates(distribution, 0.5).fnmr });
  const [low, high] = fnmr ?? [Number.NaN, Number.NaN];
  expect(low).toBeGreaterThan(0.05);
  expect(low).toBeLessThan(0.11);
  expect(high).toBeGreaterThan(0.29);
  expect(high).toBeLessThan(0.36);
});

test('a statistic that many resamples leave undefined has no interval', () => {
  // With two subjects half of all resamples hold one of them alone, and so no non-mated pair.
  const intervals = bootstrapIntervals(drawPairs(2, 3), { auc: areaUnderRoc, constant: () => 1 }, { resamples: 100 });
  expect(intervals).toEqual({ auc: undefined, constant: [1, 1] });
});

test('a statistic that is never a number has no interval', () => {
  expect(bootstrapIntervals(drawPairs(5, 2), { nan: () => Number.NaN }, { resamples: 10 })).toEqual({ nan: undefined });
});

test('a mated pair weighs as often as its subject was drawn, a non-mated pair the product of both', () => {
  // Three subjects with one mated pair each, all of different similarity, so that weights can be told apart.
  const pairs: SubjectPairs = {
    similarities: Float64Array.of(0.9, 0.8, 0.7, 0.3, 0.2, 0.1),
    probeSubjects: Int32Array.of(0, 1, 2, 0, 0, 1),
    referenceSubjects: Int32Array.of(0, 1, 2, 1, 2, 2),
    subjectCount: 3,
  };
  const seen: ScoreDistribution[] = [];
  bootstrapIntervals(pairs, { seen: (distribution) => seen.push(distribution) }, { resamples: 50 });
  expect(seen).toHaveLength(50);
  for (const { matedWeights, nonMatedWeights } of seen) {
    const [a = 0, b = 0, c = 0] = matedWeights;
    expect(a + b + c).toBe(3);
    expect([...nonMatedWeights]).toEqual([0, 0, 0, a * b, a * c, b * c]);
  }
});

test('many pairs, whose similarities are rounded for it, have the interval that they have one by one', () => {
  const pairs = drawPairs(700, 2);
  expect(pairs.similarities.length).toBeGreaterThan(200_000);
  const [low, high] = bootstrapIntervals(pairs, { auc: areaUnderRoc }, { resamples: 40 }).auc ?? [0, 0];
  const weigh = subjectWeighting(pairs);
  const exact = [...resampleSubjects(pairs.subjectCount, { resamples: 40 })].map(
    (multiplicities) => areaUnderRoc(weigh(multiplicities)) as number,
  );
  expect(low).toBeCloseTo(quantileOf(exact, 0.025), 4);
  expect(high).toBeCloseTo(quantileOf(exact, 0.975), 4);
});
