import { rankSimilarities } from './similarity-ranks.ts';

/**
 * How the similarities of mated and non-mated pairs are distributed. Every statistic of this package is one sweep
 * over it from the highest similarity down, so the sort is paid once, and a bootstrap resample is the same
 * distribution with other weights.
 */
export interface ScoreDistribution {
  /** The distinct similarities, descending. */
  readonly similarities: Float64Array;
  /** How much mated pairs weigh at each similarity: their number, or in a resample the sum of their multiplicities. */
  readonly matedWeights: Float64Array;
  /** The same of non-mated pairs. */
  readonly nonMatedWeights: Float64Array;
  /** Sum of {@link matedWeights}. */
  readonly matedTotal: number;
  /** Sum of {@link nonMatedWeights}. */
  readonly nonMatedTotal: number;
}

/**
 * Sorts two lists of similarities into a distribution. Either may be empty: statistics that need it are then
 * `undefined`.
 *
 * @param matedScores - similarities of pairs of one subject, in any order
 * @param nonMatedScores - similarities of pairs of two subjects, in any order
 * @throws {EvaluationError} `evaluation-invalid` for a similarity that is not a finite number
 * @example
 * const distribution = scoreDistribution([0.9, 0.7], [0.1, 0.3, 0.7]);
 * areaUnderRoc(distribution); // 0.9166…
 */
export function scoreDistribution(
  matedScores: ArrayLike<number>,
  nonMatedScores: ArrayLike<number>,
): ScoreDistribution {
  const scores = new Float64Array(matedScores.length + nonMatedScores.length);
  scores.set(matedScores);
  scores.set(nonMatedScores, matedScores.length);
  const { similarities, ranks } = rankSimilarities(scores);
  const matedWeights = new Float64Array(similarities.length);
  const nonMatedWeights = new Float64Array(similarities.length);
  ranks.forEach((rank, i) => {
    const weights = i < matedScores.length ? matedWeights : nonMatedWeights;
    weights[rank] = (weights[rank] as number) + 1;
  });
  return {
    similarities,
    matedWeights,
    nonMatedWeights,
    matedTotal: matedScores.length,
    nonMatedTotal: nonMatedScores.length,
  };
}
