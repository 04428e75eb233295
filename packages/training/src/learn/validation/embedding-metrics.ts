import {
  allPairs,
  areaUnderRoc,
  bestBalancedAccuracy,
  bootstrapIntervals,
  type Statistic,
  type SubjectPairs,
  subjectPairDistribution,
  tarAtFar,
} from '@face-verify/eval';

const tar =
  (far: number): Statistic =>
  (distribution) => {
    const point = tarAtFar(distribution, far);
    return point.outcome === 'measured' ? point.tar : undefined;
  };

/** By the names that logs and cards use. The accuracy is that of the best threshold on the set itself: optimistic. */
export const VERIFICATION_STATISTICS: Readonly<Record<string, Statistic>> = {
  auc: areaUnderRoc,
  bestBalancedAccuracy: (distribution) => bestBalancedAccuracy(distribution)?.accuracy,
  'tar@1e-2': tar(1e-2),
  'tar@1e-3': tar(1e-3),
  'tar@1e-4': tar(1e-4),
};

/** All pairs of embeddings that need not be of unit length yet. */
export function embeddingPairs(embeddings: readonly Float32Array[], identities: readonly string[]): SubjectPairs {
  const units = embeddings.map((row) => {
    const norm = Math.hypot(...row);
    return row.map((value) => value / norm);
  });
  return allPairs(units, identities);
}

/** Verification figures; one that the set cannot support is left out. */
export function verificationFigures(pairs: SubjectPairs): Record<string, number> {
  const distribution = subjectPairDistribution(pairs);
  return definedOnly(
    Object.entries(VERIFICATION_STATISTICS).map(([name, statistic]) => [name, statistic(distribution)]),
  );
}

/** The same with 95 % intervals by bootstrap over identities. */
export function verificationFiguresWithIntervals(
  pairs: SubjectPairs,
): Record<string, { value: number; interval: readonly number[] }> {
  const intervals = bootstrapIntervals(pairs, VERIFICATION_STATISTICS, { resamples: 500 });
  return definedOnly(
    Object.entries(verificationFigures(pairs)).map(([name, value]) => {
      const interval = intervals[name];
      return [name, interval && { value: round(value), interval: interval.map(round) }];
    }),
  );
}

function definedOnly<T>(entries: readonly (readonly [string, T | undefined])[]): Record<string, T> {
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, T] => entry[1] !== undefined));
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
