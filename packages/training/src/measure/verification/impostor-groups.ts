import type { Threshold } from '@face-verify/core';
import {
  bootstrapIntervals,
  errorRates,
  type Interval,
  type Statistic,
  subjectPairDistribution,
} from '@face-verify/eval';
import { apparentGroups, isKeptForGroups } from '../../data/apparent-groups.ts';
import type { CropRecord } from '../../data/crop.ts';
import { createRandom } from '../../data/random.ts';
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

/** Draws up to so many kept crops of each group, so that a crop serves all the groups that it was drawn for. */
export function drawGroups(
  records: readonly CropRecord[],
  perGroup: number,
  seed: number,
): ReadonlyMap<string, readonly number[]> {
  const random = createRandom(seed);
  const groups = new Map<string, { index: number; ticket: number }[]>();
  records.forEach((record, index) => {
    if (!isKeptForGroups(record)) return;
    // One ticket for all groups of a crop, so that the draws overlap and fewer crops have to be captured.
    const ticket = random();
    for (const group of apparentGroups(record)) {
      const members = groups.get(group) ?? [];
      members.push({ index, ticket });
      groups.set(group, members);
    }
  });
  return new Map(
    [...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([group, members]) => {
        const drawn = members.sort((a, b) => a.ticket - b.ticket).slice(0, perGroup);
        return [group, drawn.map(({ index }) => index)];
      }),
  );
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
    meanSimilarity: similarities.reduce((sum, similarity) => sum + similarity, 0) / similarities.length,
    falseMatches: thresholds.map(({ targetFmr, similarity }) => ({
      targetFmr,
      fmr: errorRates(distribution, similarity).fmr ?? 0,
      interval: intervals[String(targetFmr)] ?? null,
    })),
  };
}
