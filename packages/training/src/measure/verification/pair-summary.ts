import type { Threshold } from '@face-verify/core';
import {
  errorRates,
  type Figure,
  type SubjectPairs,
  subjectPairDistribution,
  type VerificationFigures,
  verificationFiguresWithIntervals,
} from '@face-verify/eval';

/** How well pairs of crops are told apart. */
export interface PairSummary {
  readonly matedPairs: number;
  readonly nonMatedPairs: number;
  /** With 95 % intervals by bootstrap over identities; what the pairs cannot support is left out. */
  readonly figures: VerificationFigures<Figure>;
  /** What deciding at the thresholds of the model's card comes to; null without pairs of the kind. */
  readonly atThresholds: readonly ThresholdRates[];
}

interface ThresholdRates {
  /** The rate that the threshold was chosen for. */
  readonly targetFmr: number;
  readonly fmr: number | null;
  readonly fnmr: number | null;
}

export function summarisePairs(pairs: SubjectPairs, thresholds: readonly Threshold[]): PairSummary {
  const distribution = subjectPairDistribution(pairs);
  return {
    matedPairs: distribution.matedTotal,
    nonMatedPairs: distribution.nonMatedTotal,
    figures:
      distribution.matedTotal > 0 && distribution.nonMatedTotal > 0 ? verificationFiguresWithIntervals(pairs) : {},
    atThresholds: thresholds.map(({ targetFmr, similarity }) => {
      const { fmr, fnmr } = errorRates(distribution, similarity);
      return { targetFmr, fmr: fmr ?? null, fnmr: fnmr ?? null };
    }),
  };
}
