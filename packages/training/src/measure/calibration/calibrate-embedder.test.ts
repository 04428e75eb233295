import { allPairs, errorRates, subjectPairDistribution } from '@face-verify/eval';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../data/random.ts';
import { calibrateEmbedder } from './calibrate-embedder.ts';
import { calibrationLines } from './calibration-lines.ts';

/** Crops in eight dimensions, each near its person. */
function pairsOf(people: number, cropsEach: number) {
  const random = createRandom(5);
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
    expect(refused).toMatchObject([{ targetFmr: 0.0001, reason: 'too-few-non-mated-pairs' }]);
    for (const { similarity, targetFmr, fmrInterval, measuredOn } of thresholds) {
      expect(similarity).toBe(Number(similarity.toFixed(4)));
      expect(errorRates(subjectPairDistribution(pairs), similarity).fmr).toBeLessThanOrEqual(targetFmr);
      expect(fmrInterval[0]).toBeLessThan(fmrInterval[1]);
      expect(measuredOn).toBe('thirty people');
    }
  });

  it('says in words why a rate has no threshold', () => {
    const lines = calibrationLines(calibrateEmbedder(pairsOf(4, 2), 'four people'));
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^FMR 0\.0*1 +no threshold: the set has too few pairs/);
  });
});
