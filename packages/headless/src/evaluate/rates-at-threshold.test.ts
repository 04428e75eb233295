import { type ListedPair, pairDistribution } from '@face-verify/eval';
import { describe, expect, it } from 'vitest';
import { ratesAtThreshold } from './rates-at-threshold.ts';

const POINT = { targetFmr: 0.001, similarity: 0.3 };
const pairOf = (mated: boolean): ListedPair => ({ probe: { paths: ['a'] }, reference: { paths: ['b'] }, mated });

describe('at a threshold of the card', () => {
  it('matches from the threshold on, and counts what goes wrong on either side', () => {
    const scored = [
      { similarity: 0.3, mated: true },
      { similarity: 0.29, mated: true },
      { similarity: 0.31, mated: false },
      { similarity: 0.1, mated: false },
      { similarity: 0.1, mated: false },
      { similarity: 0.1, mated: false },
    ];
    const { compared } = ratesAtThreshold(POINT, pairDistribution(scored), []);
    expect(compared.fnmr).toMatchObject({ errors: 1, pairs: 2, rate: 0.5 });
    expect(compared.fmr).toMatchObject({ errors: 1, pairs: 4, rate: 0.25 });
    expect(compared.fmr?.interval[0]).toBeLessThan(0.25);
    expect(compared.fmr?.interval[1]).toBeGreaterThan(0.25);
  });

  it('takes a pair that could not be compared for no match, of whichever kind', () => {
    const scored = [
      { similarity: 0.5, mated: true },
      { similarity: 0.5, mated: false },
    ];
    const missing = [{ pair: pairOf(true) }, { pair: pairOf(true) }, { pair: pairOf(false) }];
    const { compared, all } = ratesAtThreshold(POINT, pairDistribution(scored), missing);
    expect(compared).toMatchObject({ fmr: { errors: 1, pairs: 1 }, fnmr: { errors: 0, pairs: 1 } });
    expect(all).toMatchObject({ fmr: { errors: 1, pairs: 2 }, fnmr: { errors: 2, pairs: 3 } });
  });

  it('is unknown, never zero, where there are no pairs of a kind', () => {
    expect(ratesAtThreshold(POINT, pairDistribution([{ similarity: 0.5, mated: true }]), []).compared.fmr).toBeNull();
  });
});
