import { expect, test } from 'vitest';
import { meanOf, quantileOf, spreadOf } from './spread.ts';

test('a quantile lies between the two nearest values', () => {
  expect(quantileOf([5, 1, 2, 4, 3], 0.5)).toBe(3);
  expect(quantileOf([1, 2], 0.5)).toBe(1.5);
  expect(quantileOf([0, 10], 0.95)).toBe(9.5);
  expect(quantileOf([7], 0.9)).toBe(7);
});

test('a spread says how many values there are and where most of them lie', () => {
  const { count, mean, median, p90, p95 } = spreadOf(Array.from({ length: 101 }, (_, i) => 100 - i));
  expect({ count, mean, median, p90, p95 }).toEqual({ count: 101, mean: 50, median: 50, p90: 90, p95: 95 });
});

test('no values have no mean and no median, instead of 0', () => {
  expect(meanOf([])).toBeNaN();
  expect(spreadOf([])).toEqual({ count: 0, mean: Number.NaN, median: Number.NaN, p90: Number.NaN, p95: Number.NaN });
});
