import { acceptedWeights } from './accepted-weights.ts';
import type { ScoreDistribution } from './score-distribution.ts';

/** An accuracy and the threshold that gives it. */
export interface ThresholdAccuracy {
  /** In [0, 1]. */
  readonly accuracy: number;
  /** A similarity of the set, or `Infinity` where accepting nothing is best. Of equally good ones the highest. */
  readonly threshold: number;
}

/**
 * Share of pairs decided rightly by `similarity >= threshold`, mated and non-mated alike.
 *
 * @returns in [0, 1]; undefined without pairs
 * @throws {EvaluationError} `evaluation-invalid` where the threshold is NaN
 */
export function accuracyAt(distribution: ScoreDistribution, threshold: number): number | undefined {
  const { matedTotal, nonMatedTotal } = distribution;
  const accepted = acceptedWeights(distribution, threshold);
  if (matedTotal + nonMatedTotal === 0) return undefined;
  return (accepted.mated + nonMatedTotal - accepted.nonMated) / (matedTotal + nonMatedTotal);
}

/**
 * The highest accuracy that any one threshold gives on this set. Optimistic: the threshold is chosen on the very
 * pairs that it is judged by; see `crossValidatedAccuracy` for a figure that may be compared with others.
 *
 * @returns undefined without pairs of both kinds, where accepting or rejecting all would be perfect
 */
export function bestAccuracy(distribution: ScoreDistribution): ThresholdAccuracy | undefined {
  const { matedTotal, nonMatedTotal } = distribution;
  return best(distribution, (mated, nonMated) => (mated + nonMatedTotal - nonMated) / (matedTotal + nonMatedTotal));
}

/**
 * The highest mean of true accept rate and true reject rate that any one threshold gives on this set; unlike
 * {@link bestAccuracy} it does not reward rejecting all where non-mated pairs are many. As optimistic.
 *
 * @returns undefined without pairs of both kinds
 */
export function bestBalancedAccuracy(distribution: ScoreDistribution): ThresholdAccuracy | undefined {
  const { matedTotal, nonMatedTotal } = distribution;
  return best(distribution, (mated, nonMated) => (mated / matedTotal + 1 - nonMated / nonMatedTotal) / 2);
}

function best(
  { similarities, matedWeights, nonMatedWeights, matedTotal, nonMatedTotal }: ScoreDistribution,
  accuracyOf: (matedAccepted: number, nonMatedAccepted: number) => number,
): ThresholdAccuracy | undefined {
  if (matedTotal === 0 || nonMatedTotal === 0) return undefined;
  let accuracy = accuracyOf(0, 0);
  let threshold = Number.POSITIVE_INFINITY;
  let mated = 0;
  let nonMated = 0;
  for (let i = 0; i < similarities.length; i++) {
    mated += matedWeights[i] as number;
    nonMated += nonMatedWeights[i] as number;
    const candidate = accuracyOf(mated, nonMated);
    if (candidate > accuracy) {
      accuracy = candidate;
      threshold = similarities[i] as number;
    }
  }
  return { accuracy, threshold };
}
