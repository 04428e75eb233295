import { expect, test } from 'vitest';
import { intervalOfNone } from './interval-of-none.ts';

test('the upper end is the rate at which seeing none is as likely as 2.5 %', () => {
  for (const trials of [1, 36, 630]) {
    const [low, high] = intervalOfNone(trials);
    expect(low).toBe(0);
    expect((1 - high) ** trials).toBeCloseTo(0.025, 12);
  }
});

test('the published bound for ten trials', () => {
  expect(intervalOfNone(10)[1]).toBeCloseTo(0.3085, 4);
});

test.for([0, -1, 1.5, Number.NaN])('%s trials tell nothing', (trials) => {
  expect(() => intervalOfNone(trials)).toThrow(expect.objectContaining({ code: 'evaluation-invalid' }));
});
