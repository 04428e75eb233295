import { describe, expect, it } from 'vitest';
import { timeSpread } from './time-spread.ts';

describe('spread', () => {
  it('gives the median and the ninth decile, whatever the order', () => {
    expect(timeSpread([5, 1, 2, 4, 3])).toEqual({ medianMs: 3, p90Ms: 4.6, runs: 5 });
  });

  it('takes the middle between two middle values', () => {
    expect(timeSpread([1, 2]).medianMs).toBe(1.5);
  });

  it('is the time itself for one run', () => {
    expect(timeSpread([7])).toEqual({ medianMs: 7, p90Ms: 7, runs: 1 });
  });
});
