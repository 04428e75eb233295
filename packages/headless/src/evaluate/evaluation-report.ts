import {
  areaUnderRoc,
  crossValidatedAccuracy,
  equalErrorRate,
  pairDistribution,
  type ScoredPair,
  TARGET_RATES,
  tarAtFar,
} from '@face-verify/eval';

interface TarAtThreshold {
  /** Share of mated pairs accepted, in [0, 1]. */
  readonly tar: number;
  /** Least similarity that is accepted. */
  readonly threshold: number;
}

/** What `evaluate --json` prints. Null stands for a figure that the list cannot support. */
export interface EvaluationReport {
  /** Pairs that were compared. */
  readonly pairs: number;
  /** Pairs of the list that could not be compared. */
  readonly missing: number;
  /** Mean of the folds, in [0, 1]. */
  readonly accuracy: number | null;
  /** Standard deviation between the folds. */
  readonly accuracyStd: number | null;
  readonly auc: number | null;
  readonly eer: number | null;
  /** By false accept rate. */
  readonly tar: Readonly<Record<string, TarAtThreshold | null>>;
}

export function evaluationReport(scored: readonly ScoredPair[], missing: number): EvaluationReport {
  const distribution = pairDistribution(scored);
  const folds = crossValidatedAccuracy(scored);
  const tar = TARGET_RATES.map((rate) => {
    const point = tarAtFar(distribution, rate);
    const figure = point.outcome === 'measured' ? { tar: point.tar, threshold: point.threshold } : null;
    return [String(rate), figure] as const;
  });
  return {
    pairs: scored.length,
    missing,
    accuracy: folds?.accuracy ?? null,
    accuracyStd: folds?.accuracyStd ?? null,
    auc: areaUnderRoc(distribution) ?? null,
    eer: equalErrorRate(distribution) ?? null,
    tar: Object.fromEntries(tar),
  };
}

/** The report as lines for a person. */
export function reportLines(report: EvaluationReport): string[] {
  const percent = (share: number | null) => (share === null ? 'too few pairs' : `${(100 * share).toFixed(2)} %`);
  const spread = report.accuracyStd === null ? '' : ` ± ${(100 * report.accuracyStd).toFixed(2)} (10 folds)`;
  const tarLines = Object.entries(report.tar).map(([rate, point]) => {
    const threshold = point === null ? '' : ` at similarity ${point.threshold.toFixed(4)}`;
    return `TAR at FAR ${rate}`.padEnd(20) + percent(point?.tar ?? null) + threshold;
  });
  return [
    `${'pairs compared'.padEnd(20)}${report.pairs}`,
    `${'pairs missing'.padEnd(20)}${report.missing}`,
    `${'accuracy'.padEnd(20)}${percent(report.accuracy)}${spread}`,
    `${'AUC'.padEnd(20)}${report.auc === null ? 'too few pairs' : report.auc.toFixed(5)}`,
    `${'EER'.padEnd(20)}${percent(report.eer)}`,
    ...tarLines,
  ];
}
