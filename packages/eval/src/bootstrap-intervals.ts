import { type ResampleOptions, resampleSubjects } from './resample-subjects.ts';
import type { ScoreDistribution } from './score-distribution.ts';
import type { SubjectPairs } from './subject-pairs.ts';

/** A number that describes a distribution; undefined where that has too little to describe. */
export type Statistic = (distribution: ScoreDistribution) => number | undefined;

export type Interval = readonly [low: number, high: number];

/** Half of what a 95 % interval leaves outside. */
const TAIL = 0.025;

/**
 * 95 % percentile intervals of statistics, by bootstrap over identities (see {@link resampleSubjects}); all
 * statistics see the same resamples.
 *
 * @param statistics - by name
 * @returns by the same names; undefined where more than 2.5 % of the resamples leave the statistic undefined, since
 *   an end of the interval could then lie anywhere
 * @throws {FaceVerifyError} `evaluation-invalid` as {@link resampleSubjects}
 * @example
 * const { auc, tar } = bootstrapIntervals(pairs, {
 *   auc: areaUnderRoc,
 *   tar: (distribution) => {
 *     const point = tarAtFar(distribution, 0.001);
 *     return point.outcome === 'measured' ? point.tar : undefined;
 *   },
 * });
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
  let resamples = 0;
  for (const distribution of resampleSubjects(pairs, options)) {
    resamples++;
    for (const { statistic, values } of collected) {
      const value = statistic(distribution);
      if (value !== undefined && Number.isFinite(value)) values.push(value);
    }
  }
  const intervals = collected.map(({ name, values }) => [name, percentileInterval(values, resamples)]);
  return Object.fromEntries(intervals) as Record<Name, Interval | undefined>;
}

function percentileInterval(values: readonly number[], resamples: number): Interval | undefined {
  if (values.length === 0 || resamples - values.length > TAIL * resamples) return undefined;
  const ascending = Float64Array.from(values).sort();
  return [quantile(ascending, TAIL), quantile(ascending, 1 - TAIL)];
}

/** Linear between the two nearest order statistics. */
function quantile(ascending: Float64Array, share: number): number {
  const position = share * (ascending.length - 1);
  const below = Math.floor(position);
  const low = ascending[below] as number;
  const high = ascending[Math.ceil(position)] as number;
  return low + (position - below) * (high - low);
}
