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
}

export function evaluationReport(scored: readonly ScoredPair[], missing: number): EvaluationReport {
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
    missing,
    accuracy: folds?.accuracy ?? null,
    accuracyStd: folds?.accuracyStd ?? null,
    eer: equalErrorRate(distribution) ?? null,
    metrics: Object.fromEntries(metrics) as EvaluationReport['metrics'],
    thresholds: Object.fromEntries(thresholds),
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
  ];
}
