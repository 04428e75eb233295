import { EvaluationError } from './evaluation-error.ts';
import type { ScoreDistribution } from './score-distribution.ts';

/** How often subjects are accepted at a threshold that holds a false match rate. */
export interface OperatingPoint {
  readonly outcome: 'measured';
  /** The rate that was asked for. */
  readonly targetFmr: number;
  /** The smallest similarity of the set at which the false match rate is not above the target. */
  readonly threshold: number;
  /** Share of mated pairs accepted at the threshold, in [0, 1]. */
  readonly tar: number;
  /** The false match rate at the threshold, in [0, {@link targetFmr}]. */
  readonly fmr: number;
}

/** Why a set gives no figure for a rate. */
export type RateRefusal =
  /** Accepting one pair falsely (or as few as were asked for) would already be more than the rate. */
  | 'too-few-non-mated-pairs'
  | 'no-mated-pairs'
  /** More non-mated pairs than the rate allows tie at the highest similarity. */
  | 'no-threshold-holds-the-rate'
  /** No non-mated pair reaches the threshold, so the set cannot say how rarely one would. */
  | 'no-false-match-observed'
  /** Too many resamples of the subjects leave no pairs to measure on. */
  | 'too-few-subjects';

/** A rate that the set cannot support. */
export interface RefusedRate {
  readonly outcome: 'refused';
  readonly targetFmr: number;
  readonly reason: RateRefusal;
}

/** Rates that cards have thresholds for and that reports give the true accept rate at, where a set supports them. */
export const TARGET_RATES = [1e-2, 1e-3, 1e-4, 1e-5] as const;

/** How many false matches a rate must stand for, at the least, to be measured at all: one in `1 / rate` pairs. */
const MIN_FALSE_MATCHES = 1;

/**
 * The true accept rate at a false accept rate. Both are rates of comparisons (TAR is 1 − FNMR, FAR is FMR): pairs
 * that could not be compared are not in the set and are to be reported beside it.
 *
 * @param targetFmr - in (0, 1)
 * @param minFalseMatches - how many non-mated pairs the rate must amount to in this set; default 1
 * @throws {EvaluationError} `evaluation-invalid` where the rate or the number is out of range
 */
export function tarAtFar(
  distribution: ScoreDistribution,
  targetFmr: number,
  minFalseMatches: number = MIN_FALSE_MATCHES,
): OperatingPoint | RefusedRate {
  if (!(targetFmr > 0 && targetFmr < 1 && minFalseMatches >= MIN_FALSE_MATCHES)) {
    throw new EvaluationError(
      'evaluation-invalid',
      'A target rate lies between 0 and 1 and stands for one pair or more.',
      {
        details: { targetFmr, minFalseMatches },
      },
    );
  }
  const { matedTotal, nonMatedTotal } = distribution;
  const refuse = (reason: RateRefusal): RefusedRate => ({ outcome: 'refused', targetFmr, reason });
  if (matedTotal === 0) return refuse('no-mated-pairs');
  // Rates are compared, not counts: 3 / 3000 is exactly the double 0.001, 0.001 · 3000 need not be 3.
  if (nonMatedTotal === 0 || minFalseMatches / nonMatedTotal > targetFmr) return refuse('too-few-non-mated-pairs');
  return lowestThreshold(distribution, targetFmr) ?? refuse('no-threshold-holds-the-rate');
}

function lowestThreshold(distribution: ScoreDistribution, targetFmr: number): OperatingPoint | undefined {
  const { similarities, matedWeights, nonMatedWeights, matedTotal, nonMatedTotal } = distribution;
  let count = 0;
  let mated = 0;
  let nonMated = 0;
  for (; count < similarities.length; count++) {
    const next = nonMated + (nonMatedWeights[count] as number);
    if (next / nonMatedTotal > targetFmr) break;
    nonMated = next;
    mated += matedWeights[count] as number;
  }
  const threshold = similarities[count - 1];
  if (threshold === undefined) return undefined;
  return { outcome: 'measured', targetFmr, threshold, tar: mated / matedTotal, fmr: nonMated / nonMatedTotal };
}
