import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { allPairs } from './all-pairs.ts';
import { areaUnderRoc } from './area-under-roc.ts';
import { pairedDifferences } from './paired-differences.ts';
import type { ScoreDistribution } from './score-distribution.ts';

const IDENTITIES = Array.from({ length: 60 }, (_, i) => `person ${i % 12}`);

/** Unit vectors around twelve directions; the more noise, the harder to tell apart. */
function embeddings(noise: number): Float32Array[] {
  const generator = xoroshiro128plus(3);
  const random = () => uniformFloat64(generator);
  return IDENTITIES.map((_, i) => {
    const angle = ((i % 12) * Math.PI) / 6 + noise * (random() - 0.5);
    return Float32Array.of(Math.cos(angle), Math.sin(angle));
  });
}

const pairs = (noise: number) => allPairs(embeddings(noise), IDENTITIES);

describe('pairedDifferences', () => {
  it('is nothing at all between a set and itself', () => {
    const { auc } = pairedDifferences(pairs(0.8), pairs(0.8), { auc: areaUnderRoc });
    expect(auc).toEqual({ value: 0, interval: [0, 0] });
  });

  it('is what is lost, with an interval around it that leaves nothing out', () => {
    const { auc } = pairedDifferences(pairs(0.2), pairs(2), { auc: areaUnderRoc });
    const [low = 0, high = 0] = auc?.interval ?? [];
    expect(low).toBeGreaterThan(0);
    expect(auc?.value).toBeGreaterThan(low);
    expect(auc?.value).toBeLessThan(high);
  });

  it('leaves out what the pairs do not support', () => {
    expect(pairedDifferences(pairs(1), pairs(1), { none: () => undefined })).toEqual({});
  });

  it('leaves out what too many resamples do not support, instead of an interval with no ends', () => {
    // Only the set as it is has every pair of two people exactly once.
    const wholeOnly = ({ nonMatedWeights }: ScoreDistribution) =>
      nonMatedWeights.every((weight) => weight <= 1) ? 1 : undefined;
    expect(pairedDifferences(pairs(1), pairs(1), { wholeOnly })).toEqual({});
  });
});
