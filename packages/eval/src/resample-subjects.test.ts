import { expect, test } from 'vitest';
import { resampleSubjects } from './resample-subjects.ts';
import type { SubjectPairs } from './subject-pairs.ts';

/** Three subjects with one mated pair each, all of different similarity, so that weights can be told apart. */
const pairs: SubjectPairs = {
  similarities: Float64Array.of(0.9, 0.8, 0.7, 0.3, 0.2, 0.1),
  probeSubjects: Int32Array.of(0, 1, 2, 0, 0, 1),
  referenceSubjects: Int32Array.of(0, 1, 2, 1, 2, 2),
  subjectCount: 3,
};

test('each resample draws as many subjects as there are, and weighs pairs by the product', () => {
  for (const { matedWeights, nonMatedWeights } of resampleSubjects(pairs, { resamples: 50 })) {
    const [a = 0, b = 0, c = 0] = matedWeights;
    expect(a + b + c).toBe(3);
    expect([...nonMatedWeights]).toEqual([0, 0, 0, a * b, a * c, b * c]);
  }
});

test('equal seeds give equal resamples, other seeds others', () => {
  const draw = (seed: number) => [...resampleSubjects(pairs, { resamples: 5, seed })].map((d) => [...d.matedWeights]);
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('every subject is drawn once on average', () => {
  const totals = [0, 0, 0];
  for (const { matedWeights } of resampleSubjects(pairs, { resamples: 2000 })) {
    totals.forEach((total, i) => {
      totals[i] = total + (matedWeights[i] ?? 0);
    });
  }
  // Three standard errors: 3 · √(2/3 / 2000).
  for (const total of totals) expect(Math.abs(total / 2000 - 1)).toBeLessThan(0.055);
});

test.each([
  ['no resamples', pairs, 0],
  ['half a resample', pairs, 0.5],
  ['no subjects', { ...pairs, subjectCount: 0 }, 10],
])('%s are refused', (_case, bad, resamples) => {
  expect(() => [...resampleSubjects(bad, { resamples })]).toThrow(
    expect.objectContaining({ code: 'evaluation-invalid' }),
  );
});
