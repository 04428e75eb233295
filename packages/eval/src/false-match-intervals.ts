import { type Interval, percentileInterval } from './figure.ts';
import { type ResampleOptions, resampleSubjects } from './resample-subjects.ts';
import type { SubjectPairs } from './subject-pairs.ts';

/**
 * 95 % intervals of the false match rate at some thresholds, by bootstrap over identities. The same as
 * `bootstrapIntervals` gives; but pairs are counted by their two subjects once, so that millions of them take seconds.
 *
 * @param thresholds - similarities
 * @returns for each threshold; undefined where too many resamples have no non-mated pairs
 */
export function falseMatchIntervals(
  pairs: SubjectPairs,
  thresholds: readonly number[],
  options: ResampleOptions = {},
): (Interval | undefined)[] {
  if (thresholds.length === 0) return [];
  const counts = countBySubjects(pairs, thresholds);
  const rates = thresholds.map(() => [] as number[]);
  for (const weights of resampleSubjects(pairs.subjectCount, options)) {
    let total = 0;
    const matched = thresholds.map(() => 0);
    for (const { probe, reference, all, reached } of counts) {
      const weight = (weights[probe] as number) * (weights[reference] as number);
      if (weight === 0) continue;
      total += weight * all;
      if (reached === undefined) continue;
      for (let t = 0; t < reached.length; t++) matched[t] = (matched[t] as number) + weight * (reached[t] as number);
    }
    rates.forEach((values, t) => {
      values.push(total > 0 ? (matched[t] as number) / total : Number.NaN);
    });
  }
  return rates.map(percentileInterval);
}

/** How many pairs two subjects have, and how many of these reach each threshold; absent where none reaches any. */
interface SubjectPairCounts {
  readonly probe: number;
  readonly reference: number;
  all: number;
  reached?: number[];
}

function countBySubjects(
  { similarities, probeSubjects, referenceSubjects, subjectCount }: SubjectPairs,
  thresholds: readonly number[],
): SubjectPairCounts[] {
  const lowest = Math.min(...thresholds);
  const counts = new Map<number, SubjectPairCounts>();
  similarities.forEach((similarity, i) => {
    const [probe, reference] = [probeSubjects[i] as number, referenceSubjects[i] as number];
    if (probe === reference) return;
    const key = Math.min(probe, reference) * subjectCount + Math.max(probe, reference);
    let count = counts.get(key);
    if (count === undefined) {
      count = { probe, reference, all: 0 };
      counts.set(key, count);
    }
    count.all++;
    if (similarity < lowest) return;
    const before = count.reached ?? thresholds.map(() => 0);
    count.reached = before.map((reached, t) => reached + Number(similarity >= (thresholds[t] as number)));
  });
  return [...counts.values()];
}
