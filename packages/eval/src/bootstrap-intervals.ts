import { type Interval, percentileInterval } from './figure.ts';
import { type ResampleOptions, resampleSubjects } from './resample-subjects.ts';
import type { ScoreDistribution } from './score-distribution.ts';
import { type SubjectPairs, subjectWeighting } from './subject-pairs.ts';

/** A number that describes a distribution; undefined where that has too little to describe. */
export type Statistic = (distribution: ScoreDistribution) => number | undefined;

/**
 * 95 % percentile intervals of statistics, by bootstrap over identities (see {@link resampleSubjects}); all
 * statistics see the same resamples. A mated pair weighs as often as its subject was drawn, a non-mated pair the
 * product of both. The two copies of a subject drawn twice are not compared with each other.
 *
 * @param statistics - by name
 * @returns by the same names; undefined where more than 2.5 % of the resamples leave the statistic undefined, since
 *   an end of the interval could then lie anywhere
 * @throws {FaceVerifyError} `evaluation-invalid` as {@link resampleSubjects}, and for columns that do not fit
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
  const weigh = subjectWeighting(pairs);
  for (const multiplicities of resampleSubjects(pairs.subjectCount, options)) {
    const distribution = weigh(multiplicities);
    for (const { statistic, values } of collected) values.push(statistic(distribution) ?? Number.NaN);
  }
  const intervals = collected.map(({ name, values }) => [name, percentileInterval(values)]);
  return Object.fromEntries(intervals) as Record<Name, Interval | undefined>;
}
