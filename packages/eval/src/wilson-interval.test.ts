import { expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('of %d in %d reaches from %d to %d', (events, trials, low, high) => {
  const interval = wilsonInterval(events, trials);
  expect(interval[0]).toBeCloseTo(low, 4);
  expect(interval[1]).toBeCloseTo(high, 4);
});

it('is the whole where every trial ended alike, on that side', () => {
  expect(wilsonInterval(20, 20)).toEqual([expect.closeTo(0.8389, 4), 1]);
});

it.each([
  [0, 0],
  [3, 2],
  [-1, 2],
  [Number.NaN, 2],
])('does not answer for %d of %d', (events, trials) => {
  expect(() => wilsonInterval(events, trials)).toThrow(expect.objectContaining({ code: 'evaluation-invalid' }));
});
