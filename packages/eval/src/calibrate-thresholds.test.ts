import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { calibrateThresholds } from './calibrate-thresholds.ts';
import { errorRates } from './error-rates.ts';
import { type SubjectPairs, subjectPairDistribution } from './subject-pairs.ts';

/** As many photographs of each subject, all pairs; `nonMatedScore` from a number drawn in [0, 1). */
function drawSet(subjectCount: number, photographs: number, nonMatedScore: (drawn: number) => number): SubjectPairs {
  const random = xoroshiro128plus(11);
  const rows: [number, number, number][] = [];
  for (let i = 0; i < subjectCount * photographs; i++) {
    for (let j = i + 1; j < subjectCount * photographs; j++) {
      const [a, b] = [i % subjectCount, j % subjectCount];
      const drawn = uniformFloat64(random);
      rows.push([a === b ? 0.5 + drawn / 2 : nonMatedScore(drawn), a, b]);
    }
  }
  return {
    similarities: Float64Array.from(rows, ([similarity]) => similarity),
    probeSubjects: Int32Array.from(rows, ([, a]) => a),
    referenceSubjects: Int32Array.from(rows, ([, , b]) => b),
    subjectCount,
  };
}

/** 25 · 24 / 2 · 3² = 2700 non-mated pairs. */
const set = drawSet(25, 3, (drawn) => drawn * 0.8);

test('thresholds hold their rates, carry the set and an interval around the rate', () => {
  const { thresholds, refused } = calibrateThresholds(set, [0.1, 0.01], 'drawn, all pairs', { resamples: 200 });
  expect(refused).toEqual([]);
  expect(thresholds.map((threshold) => threshold.targetFmr)).toEqual([0.1, 0.01]);
  const distribution = subjectPairDistribution(set);
  for (const { similarity, targetFmr, fmrInterval, measuredOn } of thresholds) {
    const { fmr = Number.NaN } = errorRates(distribution, similarity);
    expect(fmr).toBeLessThanOrEqual(targetFmr);
    expect(fmr).toBeGreaterThan(0.9 * targetFmr);
    expect(fmrInterval[0]).toBeLessThan(fmr);
    expect(fmrInterval[1]).toBeGreaterThan(fmr);
    expect(measuredOn).toBe('drawn, all pairs');
  }
});

test('a lower rate has a higher threshold', () => {
  const { thresholds } = calibrateThresholds(set, [0.1, 0.03, 0.01], 'drawn', { resamples: 50 });
  const similarities = thresholds.map((threshold) => threshold.similarity);
  expect(similarities).toEqual(similarities.toSorted((a, b) => a - b));
  expect(new Set(similarities).size).toBe(3);
});

test('rates that would rest on fewer than ten false matches are refused unless fewer are asked for', () => {
  expect(calibrateThresholds(set, [0.001], 'drawn', { resamples: 50 })).toEqual({
    thresholds: [],
    refused: [{ outcome: 'refused', targetFmr: 0.001, reason: 'too-few-non-mated-pairs' }],
  });
  expect(calibrateThresholds(set, [0.001], 'drawn', { resamples: 50, minFalseMatches: 1 }).thresholds).toHaveLength(1);
});

test('a set of which no non-mated pair reaches the threshold cannot tell the rate', () => {
  // A hundred non-mated pairs tie right below the mated ones: more than the rate allows.
  const tied = drawSet(25, 3, (drawn) => (drawn < 0.04 ? 0.45 : 0.1));
  expect(calibrateThresholds(tied, [0.01], 'drawn').refused).toEqual([
    { outcome: 'refused', targetFmr: 0.01, reason: 'no-false-match-observed' },
  ]);
});

test('two subjects give no interval, and so no threshold, however many pairs they have', () => {
  const { thresholds, refused } = calibrateThresholds(
    drawSet(2, 40, (drawn) => drawn),
    [0.1],
    'drawn',
    { resamples: 50 },
  );
  expect(thresholds).toEqual([]);
  expect(refused).toMatchObject([{ reason: 'too-few-subjects' }]);
});

test('an empty set refuses every rate', () => {
  const none = new Int32Array(0);
  const empty = { similarities: new Float64Array(0), probeSubjects: none, referenceSubjects: none, subjectCount: 0 };
  expect(calibrateThresholds(empty, [0.1, 0.01], 'nothing')).toMatchObject({ thresholds: [], refused: [{}, {}] });
});

test('a threshold must name its set', () => {
  expect(() => calibrateThresholds(set, [0.1], ' ')).toThrow(expect.objectContaining({ code: 'evaluation-invalid' }));
});
