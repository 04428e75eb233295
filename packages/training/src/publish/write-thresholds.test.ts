import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeThresholds } from './write-thresholds.ts';

const CARD = {
  id: 'own',
  kind: 'embedder',
  architecture: 'MobileFaceNet',
  topology: 'ff',
  weights: { file: 'weights.bin', format: 'fp16', bytes: 2, sha256: 'a'.repeat(64) },
  training: { data: 'one set', teachers: 'none', weaknesses: 'many' },
  terms: { permittedUse: 'any', text: 'For tests.' },
  golden: [1],
  dimension: 1,
  thresholds: [{ similarity: 0.9, targetFmr: 0.001, fmrInterval: [0, 1], measuredOn: 'another set' }],
  thresholdsAgainstSimilar: [],
  metrics: { val: { set: 'a set', auc: 0.9 }, noThresholdFor: [] },
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-card-'));
  writeFileSync(path.join(folder, 'card.json'), JSON.stringify(CARD));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('writeThresholds', () => {
  it('puts the new thresholds in place of the old ones, and leaves the rest of the card alone', () => {
    const threshold = {
      similarity: 0.5,
      targetFmr: 0.01,
      fmrInterval: [0.005, 0.02],
      measuredOn: 'my people',
    } as const;
    const refusal = { outcome: 'refused', targetFmr: 0.001, reason: 'too-few-non-mated-pairs' } as const;
    const similar = { ...threshold, similarity: 0.7, measuredOn: 'pairs alike' };
    const againstSimilar = { thresholds: [similar], refused: [] };
    writeThresholds(folder, { thresholds: [threshold], refused: [refusal], againstSimilar });
    const { outcome: _, ...noThreshold } = refusal;
    expect(JSON.parse(readFileSync(path.join(folder, 'card.json'), 'utf8'))).toEqual({
      ...CARD,
      thresholds: [threshold],
      thresholdsAgainstSimilar: [similar],
      metrics: { ...CARD.metrics, noThresholdFor: [noThreshold] },
    });
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect(readme).toContain('| 0.01 | anyone | 0.5 |');
    expect(readme).toContain('| 0.01 | similar strangers | 0.7 |');
  });
});
