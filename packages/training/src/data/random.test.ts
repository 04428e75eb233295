import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

const STREAMS = 4_000;
/** Five standard deviations of the correlation of unrelated numbers. */
const UNRELATED = 5 / Math.sqrt(STREAMS);

const firstNumbers = (seed: number, streamOf: (index: number) => number) =>
  Array.from({ length: STREAMS }, (_, index) => createRandom(seed, streamOf(index))());

function correlation(p: readonly number[], q: readonly number[]): number {
  const [meanP, meanQ] = [p, q].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const covariance = (r: readonly number[], s: readonly number[], meanR = 0, meanS = 0) =>
    r.reduce((sum, value, i) => sum + (value - meanR) * ((s[i] as number) - meanS), 0);
  return covariance(p, q, meanP, meanQ) / Math.sqrt(covariance(p, p, meanP, meanP) * covariance(q, q, meanQ, meanQ));
}

test('a stream is the same each time', () => {
  const [once, again] = [createRandom(7, 3), createRandom(7, 3)];
  expect([once(), once(), once()]).toEqual([again(), again(), again()]);
});

test('streams of one seed begin with unrelated numbers', () => {
  const [even, odd] = [firstNumbers(1, (i) => 2 * i), firstNumbers(1, (i) => 2 * i + 1)];
  expect(Math.abs(correlation(even, odd))).toBeLessThan(UNRELATED);
  expect(Math.abs(correlation(odd.slice(1), odd.slice(0, -1)))).toBeLessThan(UNRELATED);
});

test('neighbouring seeds begin with unrelated numbers', () => {
  expect(Math.abs(correlation(firstNumbers(1, Number), firstNumbers(2, Number)))).toBeLessThan(UNRELATED);
});
