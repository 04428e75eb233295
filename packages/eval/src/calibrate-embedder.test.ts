import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { allPairs } from './all-pairs.ts';
import { calibrateEmbedder } from './calibrate-embedder.ts';
import { errorRates } from './error-rates.ts';
import { subjectPairDistribution } from './subject-pairs.ts';

/** Crops in eight dimensions, each near its person. */
function pairsOf(people: number, cropsEach: number) {
  const generator = xoroshiro128plus(5);
  const random = () => uniformFloat64(generator);
  const noisy = (centre: readonly number[], noise: number) => centre.map((value) => value + noise * (random() - 0.5));
  const centres = Array.from({ length: people }, () => noisy([0, 0, 0, 0, 0, 0, 0, 0], 2));
  const labels = centres.flatMap((_, person) => Array.from({ length: cropsEach }, () => person));
  const embeddings = labels.map((person) => {
    const vector = noisy(centres[person] ?? [], 0.8);
    const norm = Math.hypot(...vector);
    return Float32Array.from(vector, (value) => value / norm);
  });
  return allPairs(embeddings, labels);
}

describe('calibrateEmbedder', () => {
  it('gives thresholds of four digits that hold their rates, and none for a rate that the set is too small for', () => {
    const pairs = pairsOf(30, 5);
    const { thresholds, refused } = calibrateEmbedder(pairs, 'thirty people');
    expect(thresholds.map(({ targetFmr }) => targetFmr)).toEqual([0.01, 0.001]);
    expect(refused).toMatchObject([
      { targetFmr: 0.0001, reason: 'too-few-non-mated-pairs' },
      { targetFmr: 0.00001, reason: 'too-few-non-mated-pairs' },
    ]);
    for (const { similarity, targetFmr, fmrInterval, measuredOn } of thresholds) {
      expect(similarity).toBe(Number(similarity.toFixed(4)));
      expect(errorRates(subjectPairDistribution(pairs), similarity).fmr).toBeLessThanOrEqual(targetFmr);
      expect(fmrInterval[0]).toBeLessThan(fmrInterval[1]);
      expect(measuredOn).toBe('thirty people');
    }
  });
});
