import { describe, expect, it } from 'vitest';
import type { ModelEvaluation, SplitReport } from '../measure/verification/model-evaluation.ts';
import type { PairSummary } from '../measure/verification/pair-summary.ts';
import { evaluationMarkdown } from './evaluation-markdown.ts';

const PAIRS: PairSummary = {
  matedPairs: 100,
  nonMatedPairs: 2000,
  figures: { auc: { value: 0.99, interval: [0.98, 0.995] } },
  atThresholds: [{ targetFmr: 0.01, fmr: 0.012, fnmr: null }],
};
const SPLIT: SplitReport = {
  crops: 60,
  identities: 4,
  refused: { 'no-face': 2 },
  pipeline: PAIRS,
  storedPoints: PAIRS,
  costOfOwnLandmarks: { auc: { value: 0.001, interval: [-0.001, 0.002] } },
  embeddingShift: { count: 60, mean: 0.012, median: 0.01, p90: 0.02, p95: 0.03 },
  landmarkErrors: { faces: 60, meanPercent: 4.2, medianPercent: 4, p95Percent: 8, biasPercent: { x: 0.5, y: -0.5 } },
  labelErrors: null,
};
const REPORT: ModelEvaluation = {
  model: 'own',
  weightsSha256: 'ab'.repeat(32),
  backend: 'wasm',
  engine: 'tfjs-node',
  sets: ['a set'],
  thresholds: [{ similarity: 0.5, targetFmr: 0.01, fmrInterval: [0.005, 0.02], measuredOn: 'a set' }],
  trusted: SPLIT,
  everything: SPLIT,
  groups: { grey: { ...PAIRS, description: 'every crop made grey', crops: 60, identities: 4, refused: {} } },
  impostors: {
    'age: 0–12': {
      crops: 50,
      pairs: 1225,
      meanSimilarity: 0.2,
      falseMatches: [{ targetFmr: 0.01, fmr: 0.03, interval: [0.02, 0.04] }],
    },
  },
};

describe('evaluationMarkdown', () => {
  it('gives figures with intervals, and says which the pairs are too few for', () => {
    const text = evaluationMarkdown(REPORT);
    expect(text).toContain(
      '| whole pipeline | 60 (4) | 2 no-face | 100, 2000 | 0.9900 (0.9800 – 0.9950) | too few pairs |',
    );
    expect(text).toContain('| without suspects | +0.0010 (-0.0010 – +0.0020) |');
    expect(text).toContain('moves by 0.0120 in cosine (median 0.0100, 95th percentile 0.0300)');
    expect(text).toContain('| every crop made grey | 0.012, – |');
    expect(text).toContain('| age: 0–12 | 50 | 1225 | 0.200 | 0.030 (0.020 – 0.040) |');
  });

  it('has no heading for what was not measured', () => {
    expect(evaluationMarkdown({ ...REPORT, groups: {}, impostors: {} })).not.toMatch(/kind of crop|apparent group/);
  });

  it('has as many cells in every row of a table as in its head', () => {
    const tables = evaluationMarkdown(REPORT)
      .split('\n\n')
      .filter((part) => part.startsWith('|'));
    expect(tables).toHaveLength(6);
    for (const rows of tables) {
      expect(
        new Set(
          rows
            .trim()
            .split('\n')
            .map((row) => row.split('|').length),
        ).size,
      ).toBe(1);
    }
  });
});
