import type { ScoreDistribution } from './score-distribution.ts';

/**
 * The chance that a mated pair scores above a non-mated pair, a tie counting half (Mann–Whitney U over the
 * product of the counts); equals the area under the ROC curve.
 *
 * @returns in [0, 1], 0.5 for scores that tell nothing; undefined without pairs of both kinds
 */
export function areaUnderRoc(distribution: ScoreDistribution): number | undefined {
  const { similarities, matedWeights, nonMatedWeights, matedTotal, nonMatedTotal } = distribution;
  if (matedTotal === 0 || nonMatedTotal === 0) return undefined;
  let matedAbove = 0;
  let wins = 0;
  for (let i = 0; i < similarities.length; i++) {
    const mated = matedWeights[i] as number;
    wins += (nonMatedWeights[i] as number) * (matedAbove + mated / 2);
    matedAbove += mated;
  }
  return wins / (matedTotal * nonMatedTotal);
}
