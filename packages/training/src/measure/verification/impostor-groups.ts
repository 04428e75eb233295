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
  readonly meanSimilarity: number;
  /** Share of the pairs above each threshold of the model's card. */
  readonly falseMatches: readonly {
    readonly targetFmr: number;
    readonly fmr: number;
    /** 95 %, by bootstrap over crops. */
    readonly interval: Interval | null;
  }[];
}

/** @param crops - of one group; two or more */
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
    meanSimilarity: meanOf(similarities),
    falseMatches: thresholds.map(({ targetFmr, similarity }) => ({
      targetFmr,
      fmr: errorRates(distribution, similarity).fmr ?? 0,
      interval: intervals[String(targetFmr)] ?? null,
    })),
  };
}
