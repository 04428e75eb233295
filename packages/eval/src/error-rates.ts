import { acceptedWeights } from './accepted-weights.ts';
import type { ScoreDistribution } from './score-distribution.ts';

/** What deciding by `similarity >= threshold` costs. */
export interface ErrorRates {
  /** False match rate: share of non-mated pairs accepted, in [0, 1]; undefined where there are none. */
  readonly fmr: number | undefined;
  /** False non-match rate: share of mated pairs rejected, in [0, 1]; undefined where there are none. */
  readonly fnmr: number | undefined;
}

/**
 * @param threshold - a similarity
 * @throws {EvaluationError} `evaluation-invalid` where the threshold is NaN
 */
export function errorRates(distribution: ScoreDistribution, threshold: number): ErrorRates {
  const { matedTotal, nonMatedTotal } = distribution;
  const accepted = acceptedWeights(distribution, threshold);
  return {
    fmr: nonMatedTotal > 0 ? accepted.nonMated / nonMatedTotal : undefined,
    fnmr: matedTotal > 0 ? (matedTotal - accepted.mated) / matedTotal : undefined,
  };
}
