import type { ScoredPair } from '@face-verify/eval';
import { describe, expect, it } from 'vitest';
import { evaluationReport, reportLines } from './evaluation-report.ts';

/** A hundred pairs of each kind, told apart without an error. */
const separated: ScoredPair[] = Array.from({ length: 200 }, (_, i) => ({
  similarity: i < 100 ? 0.6 : 0.1,
  mated: i < 100,
}));

describe('evaluationReport', () => {
  it('has exactly the promised keys', () => {
    const report = evaluationReport(separated, 7);
    expect(Object.keys(report)).toEqual(['pairs', 'missing', 'accuracy', 'accuracyStd', 'auc', 'eer', 'tar']);
    expect(report).toMatchObject({ pairs: 200, missing: 7, accuracy: 1, accuracyStd: 0, auc: 1, eer: 0 });
  });

  it('gives the rate that the list supports, and null for the one that it does not', () => {
    const { tar } = evaluationReport(separated, 0);
    expect(Object.keys(tar)).toEqual(['0.01', '0.001', '0.0001', '0.00001']);
    expect(tar['0.01']).toMatchObject({ tar: 1 });
    expect(tar['0.001']).toBeNull();
  });

  it('gives null for every figure that a list of one kind of pair cannot have', () => {
    const report = evaluationReport([{ similarity: 0.5, mated: true }], 0);
    expect(report).toMatchObject({ pairs: 1, accuracy: null, accuracyStd: null, auc: null, eer: null });
  });

  it('tells a person what a null means', () => {
    const lines = reportLines(evaluationReport(separated, 0));
    expect(lines).toContain('accuracy            100.00 % ± 0.00 (10 folds)');
    expect(lines).toContain('TAR at FAR 0.001    too few pairs');
  });
});
