import type { Statistic } from './bootstrap-intervals.ts';
import { type Figure, percentileInterval } from './figure.ts';
import { resamplePairs } from './resample-pairs.ts';
import type { ScoreDistribution } from './score-distribution.ts';
import { type SubjectPairs, subjectPairDistribution } from './subject-pairs.ts';

const RESAMPLES = 500;

/**
 * How much of each statistic is lost from one way of making embeddings to another, on the same crops. Both see the
 * same resamples of the identities, so that what they have in common cancels.
 *
 * @param before - the same pairs in the same order as `after`
 * @param statistics - by name
 * @returns `before` minus `after` by name; a statistic is left out that the pairs do not support, or too few resamples
 * @throws {EvaluationError} `evaluation-invalid` for no subjects, or columns that do not fit
 */
export function pairedDifferences<Name extends string>(
  before: SubjectPairs,
  after: SubjectPairs,
  statistics: Readonly<Record<Name, Statistic>>,
): Partial<Record<Name, Figure>> {
  const collected = Object.entries<Statistic>(statistics).map(([name, statistic]) => ({
    name,
    difference: (p: ScoreDistribution, q: ScoreDistribution) =>
      (statistic(p) ?? Number.NaN) - (statistic(q) ?? Number.NaN),
    values: [] as number[],
  }));
  const others = resamplePairs(after, { resamples: RESAMPLES });
  for (const resample of resamplePairs(before, { resamples: RESAMPLES })) {
    const other = others.next().value as ScoreDistribution;
    for (const { difference, values } of collected) values.push(difference(resample, other));
  }
  const whole = [subjectPairDistribution(before), subjectPairDistribution(after)] as const;
  return Object.fromEntries(
    collected.flatMap(({ name, difference, values }) => {
      const value = difference(...whole);
      const interval = percentileInterval(values);
      return Number.isFinite(value) && interval ? [[name, { value, interval }]] : [];
    }),
  ) as Partial<Record<Name, Figure>>;
}
