import { METRIC_NAMES, type ScoredPair } from '@face-verify/eval';
import { describe, expect, it } from 'vitest';
import { evaluationReport, reportLines } from './evaluation-report.ts';

/** A hundred pairs of each kind, told apart without an error. */
const separated: ScoredPair[] = Array.from({ length: 200 }, (_, i) => ({
  similarity: i < 100 ? 0.6 : 0.1,
  mated: i < 100,
}));

const MISSING = Array.from({ length: 7 }, () => ({
  pair: { probe: { paths: ['a'] as const }, reference: { paths: ['b'] as const }, mated: true },
}));
const SHIPPED = [{ targetFmr: 0.001, similarity: 0.3223 }];

describe('evaluationReport', () => {
  it('has exactly the promised keys', () => {
    const report = evaluationReport(separated, MISSING, SHIPPED);
    expect(Object.keys(report)).toEqual([
      'pairs',
      'missing',
      'accuracy',
      'accuracyStd',
      'eer',
      'metrics',
      'thresholds',
      'shipped',
    ]);
    expect(report).toMatchObject({ pairs: 200, missing: 7, accuracy: 1, accuracyStd: 0, eer: 0 });
    expect(Object.keys(report.metrics)).toEqual(METRIC_NAMES);
    expect(report.metrics).toMatchObject({ auc: 1 });
  });

  it('gives the rate that the list supports, and null for the one that it does not', () => {
    const { metrics, thresholds } = evaluationReport(separated, [], SHIPPED);
    expect(Object.keys(thresholds)).toEqual(['0.01', '0.001', '0.0001', '0.00001']);
    expect([metrics['tar@1e-2'], thresholds['0.01']]).toEqual([1, 0.6]);
    expect([metrics['tar@1e-3'], thresholds['0.001']]).toEqual([null, null]);
  });

  it('gives null for every figure that a list of one kind of pair cannot have', () => {
    const report = evaluationReport([{ similarity: 0.5, mated: true }], [], SHIPPED);
    expect(report).toMatchObject({ pairs: 1, accuracy: null, accuracyStd: null, eer: null, metrics: { auc: null } });
  });

  it('tells a person what a null means', () => {
    const lines = reportLines(evaluationReport(separated, [], SHIPPED));
    expect(lines).toContain('accuracy            100.00 % ± 0.00 (10 folds)');
    expect(lines).toContain('TAR at FAR 1e-3     too few pairs');
    expect(lines).toContain('threshold for 0.01  0.6000');
  });

  it('tells what the thresholds of the card cost, with the pairs that could not be compared and without', () => {
    const report = evaluationReport(separated, MISSING, SHIPPED);
    expect(report.shipped).toMatchObject([
      { compared: { fnmr: { rate: 0 } }, all: { fnmr: { errors: 7, pairs: 107 } } },
    ]);
    const lines = reportLines(report);
    expect(lines).toContain("at 0.3223, the model's threshold for 0.001:");
    expect(lines).toContain('  FMR               0.00 % (0.00–3.70) of 100');
    expect(lines).toContain('  FNMR, all pairs   6.54 % (3.20–12.89) of 107, the missing as non-matches');
  });
});
