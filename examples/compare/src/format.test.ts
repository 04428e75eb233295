import { describe, expect, it } from 'vitest';
import { formatMs, formatOdds, formatRate, formatSimilarity } from './format.ts';

describe('figures on the page', () => {
  it('shows a cosine with three decimals and a true minus sign', () => {
    expect(formatSimilarity(0.61249)).toBe('0.612');
    expect(formatSimilarity(-0.25)).toBe('−0.250');
    expect(formatSimilarity(-0.0001)).toBe('0.000');
  });

  it('shows a false match rate as per cent and as odds', () => {
    expect(formatRate(0.001)).toBe('0.1%');
    expect(formatRate(0.00064)).toBe('0.064%');
    expect(formatOdds(0.001)).toBe('1 in 1,000');
  });

  it('shows a dash for a stage that was not reached', () => {
    expect(formatMs(undefined)).toBe('–');
    expect(formatMs(3.14)).toBe('3.1 ms');
    expect(formatMs(9.97)).toBe('10 ms');
  });
});
