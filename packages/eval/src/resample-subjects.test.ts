import { expect, test } from 'vitest';
import { resampleSubjects } from './resample-subjects.ts';

test('each resample draws as many subjects as there are', () => {
  const resamples = [...resampleSubjects(3, { resamples: 50 })];
  expect(resamples).toHaveLength(50);
  for (const [a = 0, b = 0, c = 0] of resamples) expect(a + b + c).toBe(3);
});

test('equal seeds give equal resamples, other seeds others', () => {
  const draw = (seed: number) => [...resampleSubjects(3, { resamples: 5, seed })];
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('every subject is drawn once on average', () => {
  const totals = [0, 0, 0];
  for (const multiplicities of resampleSubjects(3, { resamples: 2000 })) {
    totals.forEach((total, i) => {
      totals[i] = total + (multiplicities[i] ?? 0);
    });
  }
  // Three standard errors: 3 · √(2/3 / 2000).
  for (const total of totals) expect(Math.abs(total / 2000 - 1)).toBeLessThan(0.055);
});

test.each([
  ['no resamples', 3, 0],
  ['half a resample', 3, 0.5],
  ['no subjects', 0, 10],
])('%s are refused', (_case, subjectCount, resamples) => {
  expect(() => [...resampleSubjects(subjectCount, { resamples })]).toThrow(
    expect.objectContaining({ code: 'evaluation-invalid' }),
  );
});
