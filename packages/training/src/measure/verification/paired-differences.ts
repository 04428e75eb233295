import {
  resampleSubjects,
  type ScoreDistribution,
  type Statistic,
  type SubjectPairs,
  subjectPairDistribution,
} from '@face-verify/eval';

/** A figure with its 95 % interval. */
export interface Figure {
  readonly value: number;
  readonly interval: readonly number[];
}

const RESAMPLES = 500;

/**
 * How much of each statistic is lost from one way of making embeddings to another, on the same crops. Both see the
 * same resamples of the identities, so that what they have in common cancels.
 *
 * @param before - the same pairs in the same order as `after`
 * @param statistics - by name
 * @returns `before` minus `after` by name; a statistic that the pairs do not support is left out
 */
export function pairedDifferences(
  before: SubjectPairs,
  after: SubjectPairs,
  statistics: Readonly<Record<string, Statistic>>,
): Record<string, Figure> {
  const entries = Object.entries(statistics);
  const differences = (p: ScoreDistribution, q: ScoreDistribution) =>
    entries.map(([, statistic]) => (statistic(p) ?? Number.NaN) - (statistic(q) ?? Number.NaN));
  const values = differences(subjectPairDistribution(before), subjectPairDistribution(after));
  const resampled: number[][] = [];
  const others = resampleSubjects(after, { resamples: RESAMPLES });
  for (const distribution of resampleSubjects(before, { resamples: RESAMPLES })) {
    const other = others.next();
    if (!other.done) resampled.push(differences(distribution, other.value));
  }
  return Object.fromEntries(
    entries.flatMap(([name], i) => {
      const value = values[i] as number;
      const sorted = resampled
        .map((row) => row[i] as number)
        .filter(Number.isFinite)
        .sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
      return Number.isFinite(value) ? [[name, { value, interval: [at(0.025), at(0.975)] }]] : [];
    }),
  );
}
