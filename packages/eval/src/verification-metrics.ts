import { areaUnderRoc } from './area-under-roc.ts';
import { bestBalancedAccuracy } from './best-accuracy.ts';
import { bootstrapIntervals, type Statistic } from './bootstrap-intervals.ts';
import type { Figure } from './figure.ts';
import type { ScoreDistribution } from './score-distribution.ts';
import { type SubjectPairs, subjectPairDistribution } from './subject-pairs.ts';
import { tarAtFar } from './tar-at-far.ts';

/** A figure of how well people are told apart. */
export interface VerificationMetric {
  /** Heads the column of a table, where the columns before it say the rest. */
  readonly title: string;
  /** Stands alone. */
  readonly longTitle: string;
  readonly statistic: Statistic;
}

const tar =
  (far: number): Statistic =>
  (distribution) => {
    const point = tarAtFar(distribution, far);
    return point.outcome === 'measured' ? point.tar : undefined;
  };

/**
 * Every figure that logs, cards, reports, series and commands give, by the name that logs and cards use. Whoever shows
 * figures goes through this table, so a line here is all that a new one takes.
 */
export const VERIFICATION_METRICS = {
  auc: { title: 'AUC', longTitle: 'AUC', statistic: areaUnderRoc },
  /** Of the best threshold on the set itself: optimistic. */
  bestBalancedAccuracy: {
    title: 'accuracy',
    longTitle: 'best accuracy',
    statistic: (distribution) => bestBalancedAccuracy(distribution)?.accuracy,
  },
  'tar@1e-2': { title: 'TAR at 1e-2', longTitle: 'TAR at FAR 1e-2', statistic: tar(1e-2) },
  'tar@1e-3': { title: 'at 1e-3', longTitle: 'TAR at FAR 1e-3', statistic: tar(1e-3) },
  'tar@1e-4': { title: 'at 1e-4', longTitle: 'TAR at FAR 1e-4', statistic: tar(1e-4) },
  'tar@1e-5': { title: 'at 1e-5', longTitle: 'TAR at FAR 1e-5', statistic: tar(1e-5) },
} as const satisfies Readonly<Record<string, VerificationMetric>>;

export type MetricName = keyof typeof VERIFICATION_METRICS;

export const METRIC_NAMES = Object.keys(VERIFICATION_METRICS) as readonly MetricName[];

/** The statistic of each metric, by name. */
export const VERIFICATION_STATISTICS = Object.fromEntries(
  METRIC_NAMES.map((name) => [name, VERIFICATION_METRICS[name].statistic]),
) as Readonly<Record<MetricName, Statistic>>;

/** What a set came to; a figure that it cannot support is left out. */
export type VerificationFigures<Value> = Readonly<Partial<Record<MetricName, Value>>>;

const RESAMPLES = 500;
/** Digits after the point of what is written into cards and reports. */
const DIGITS = 4;

export function verificationFigures(distribution: ScoreDistribution): VerificationFigures<number> {
  return Object.fromEntries(
    METRIC_NAMES.flatMap((name) => {
      const value = VERIFICATION_STATISTICS[name](distribution);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The same, rounded to four digits, with 95 % intervals by bootstrap over identities. */
export function verificationFiguresWithIntervals(pairs: SubjectPairs): VerificationFigures<Figure> {
  const figures = verificationFigures(subjectPairDistribution(pairs));
  const intervals = bootstrapIntervals(pairs, VERIFICATION_STATISTICS, { resamples: RESAMPLES });
  return Object.fromEntries(
    METRIC_NAMES.flatMap((name) => {
      const [value, interval] = [figures[name], intervals[name]];
      if (value === undefined || interval === undefined) return [];
      const [low, high] = interval;
      return [[name, { value: round(value), interval: [round(low), round(high)] }]];
    }),
  );
}

function round(value: number): number {
  return Number(value.toFixed(DIGITS));
}
