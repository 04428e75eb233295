import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('spread', () => {
  it('gives the median and the ninth decile, whatever the order', () => {
    expect(spread([5, 1, 2, 4, 3])).toEqual({ medianMs: 3, p90Ms: 4.6, runs: 5 });
  });

  it('takes the middle between two middle values', () => {
    expect(spread([1, 2]).medianMs).toBe(1.5);
  });

  it('is the time itself for one run', () => {
    expect(spread([7])).toEqual({ medianMs: 7, p90Ms: 7, runs: 1 });
  });
});
