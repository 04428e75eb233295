import type { Threshold } from '@face-verify/core';
import {
  bootstrapIntervals,
  errorRates,
  type Interval,
  meanOf,
  type Statistic,
  subjectPairDistribution,
} from '@face-verify/eval';
import { cropPairs, type EmbeddedCrop } from './crop-pairs.ts';

const RESAMPLES = 300;

/** Crops within one apparent group, each taken for another person. */
export interface ImpostorGroup {
  readonly crops: number;
  readonly pairs: number;
  /** Null where there are no pairs. */
  readonly meanSimilarity: number | null;
  /** Share of the pairs above each threshold of the model's card. */
  readonly falseMatches: readonly {
    readonly targetFmr: number;
    /** Null where there are no pairs: unknown, and not 0. */
    readonly fmr: number | null;
    /** 95 %, by bootstrap over crops. */
    readonly interval: Interval | null;
  }[];
}

/** @param crops - of one group; at least one */
export function measureImpostors(crops: readonly EmbeddedCrop[], thresholds: readonly Threshold[]): ImpostorGroup {
  const pairs = cropPairs(crops);
  const { similarities } = pairs;
  const distribution = subjectPairDistribution(pairs);
  const statistics = thresholds.map(({ targetFmr, similarity }): [string, Statistic] => [
    String(targetFmr),
    (resampled) => errorRates(resampled, similarity).fmr,
  ]);
  const intervals = bootstrapIntervals(pairs, Object.fromEntries(statistics), { resamples: RESAMPLES });
  return {
    crops: crops.length,
    pairs: similarities.length,
    meanSimilarity: similarities.length === 0 ? null : meanOf(similarities),
    falseMatches: thresholds.map(({ targetFmr, similarity }) => ({
      targetFmr,
      fmr: errorRates(distribution, similarity).fmr ?? null,
      interval: intervals[String(targetFmr)] ?? null,
    })),
  };
}
