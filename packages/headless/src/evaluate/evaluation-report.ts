import {
  crossValidatedAccuracy,
  equalErrorRate,
  METRIC_NAMES,
  type MetricName,
  pairDistribution,
  type ScoredPair,
  TARGET_RATES,
  tarAtFar,
  VERIFICATION_METRICS,
  verificationFigures,
} from '@face-verify/eval';
import { type RatesAtThreshold, ratesAtThreshold } from './rates-at-threshold.ts';
import type { MissingPair } from './score-pairs.ts';

/** What `evaluate --json` prints. Null stands for a figure that the list cannot support. */
interface EvaluationReport {
  /** Pairs that were compared. */
  readonly pairs: number;
  /** Pairs of the list that could not be. */
  readonly missing: number;
  /** Mean of the folds, in [0, 1]. */
  readonly accuracy: number | null;
  /** Standard deviation between the folds. */
  readonly accuracyStd: number | null;
  readonly eer: number | null;
  /** Every figure of `VERIFICATION_METRICS`, by its name. */
  readonly metrics: Readonly<Record<MetricName, number | null>>;
  /** By false accept rate, the least similarity that is accepted there. */
  readonly thresholds: Readonly<Record<string, number | null>>;
  /** What deciding costs at each threshold that the model's card states. */
  readonly shipped: readonly RatesAtThreshold[];
}

/** @param shipped - the thresholds of the model's card */
export function evaluationReport(
  scored: readonly ScoredPair[],
  missing: readonly Pick<MissingPair, 'pair'>[],
  shipped: readonly Pick<RatesAtThreshold, 'targetFmr' | 'similarity'>[],
): EvaluationReport {
  const distribution = pairDistribution(scored);
  const folds = crossValidatedAccuracy(scored);
  const figures = verificationFigures(distribution);
  const metrics = METRIC_NAMES.map((name) => [name, figures[name] ?? null] as const);
  const thresholds = TARGET_RATES.map((rate) => {
    const point = tarAtFar(distribution, rate);
    return [String(rate), point.outcome === 'measured' ? point.threshold : null] as const;
  });
  return {
    pairs: scored.length,
    missing: missing.length,
    accuracy: folds?.accuracy ?? null,
    accuracyStd: folds?.accuracyStd ?? null,
    eer: equalErrorRate(distribution) ?? null,
    metrics: Object.fromEntries(metrics) as EvaluationReport['metrics'],
    thresholds: Object.fromEntries(thresholds),
    shipped: shipped.map((point) => ratesAtThreshold(point, distribution, missing)),
  };
}

/** The report as lines for a person. */
export function reportLines(report: EvaluationReport): string[] {
  const percent = (share: number | null) => (share === null ? 'too few pairs' : `${(100 * share).toFixed(2)} %`);
  const spread = report.accuracyStd === null ? '' : ` ± ${(100 * report.accuracyStd).toFixed(2)} (10 folds)`;
  const line = (name: string, text: string) => name.padEnd(20) + text;
  return [
    line('pairs compared', String(report.pairs)),
    line('pairs missing', String(report.missing)),
    line('accuracy', percent(report.accuracy) + spread),
    line('EER', percent(report.eer)),
    ...METRIC_NAMES.map((name) => line(VERIFICATION_METRICS[name].longTitle, percent(report.metrics[name]))),
    ...Object.entries(report.thresholds).map(([rate, similarity]) =>
      line(`threshold for ${rate}`, similarity === null ? 'too few pairs' : similarity.toFixed(4)),
    ),
    ...report.shipped.flatMap(({ targetFmr, similarity, compared, all }) => [
      `at ${similarity.toFixed(4)}, the model's threshold for ${targetFmr}:`,
      line('  FMR', rateText(compared.fmr)),
      line('  FNMR', rateText(compared.fnmr)),
      ...(report.missing === 0 ? [] : [line('  FNMR, all pairs', `${rateText(all.fnmr)}, the missing as non-matches`)]),
    ]),
  ];
}

function rateText(counted: RatesAtThreshold['compared']['fmr']): string {
  if (counted === null) return 'no such pairs';
  const [low, high] = counted.interval.map((end) => (100 * end).toFixed(2));
  return `${(100 * counted.rate).toFixed(2)} % (${low}–${high}) of ${counted.pairs}`;
}
