import { type Interval, percentileInterval } from './figure.ts';
import { resamplePairs } from './resample-pairs.ts';
import type { ResampleOptions } from './resample-subjects.ts';
import type { ScoreDistribution } from './score-distribution.ts';
import type { SubjectPairs } from './subject-pairs.ts';

/** A number that describes a distribution; undefined where that has too little to describe. */
export type Statistic = (distribution: ScoreDistribution) => number | undefined;

/**
 * 95 % percentile intervals of statistics, by bootstrap over identities (see {@link resamplePairs}); all
 * statistics see the same resamples.
 *
 * @param statistics - by name
 * @returns by the same names; undefined where more than 2.5 % of the resamples leave the statistic undefined, since
 *   an end of the interval could then lie anywhere
 * @throws {EvaluationError} `evaluation-invalid` as {@link resamplePairs}
 * @example
 * const { auc, tar } = bootstrapIntervals(pairs, { auc: areaUnderRoc, tar: VERIFICATION_METRICS['tar@1e-3'].statistic });
 */
export function bootstrapIntervals<Name extends string>(
  pairs: SubjectPairs,
  statistics: Readonly<Record<Name, Statistic>>,
  options: ResampleOptions = {},
): Record<Name, Interval | undefined> {
  const collected = Object.entries<Statistic>(statistics).map(([name, statistic]) => ({
    name,
    statistic,
    values: [] as number[],
  }));
  for (const distribution of resamplePairs(pairs, options)) {
    for (const { statistic, values } of collected) values.push(statistic(distribution) ?? Number.NaN);
  }
  const intervals = collected.map(({ name, values }) => [name, percentileInterval(values)]);
  return Object.fromEntries(intervals) as Record<Name, Interval | undefined>;
}
