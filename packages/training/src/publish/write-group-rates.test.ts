import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeGroupRates } from './write-group-rates.ts';

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
  thresholds: [],
  thresholdsAgainstSimilar: [],
  metrics: { val: { set: 'a set', auc: 0.9 } },
};

const group = (crops: number, fmr: number | null) => ({
  crops,
  pairs: crops,
  meanSimilarity: 0,
  falseMatches: [
    { targetFmr: 0.01, fmr: 0.5, interval: [0.4, 0.6] as const },
    { targetFmr: 0.001, fmr, interval: fmr === null ? null : ([fmr / 2, 2 * fmr] as const) },
  ],
});

let folder: string;
const card = () => JSON.parse(readFileSync(path.join(folder, 'card.json'), 'utf8'));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-groups-'));
  writeFileSync(path.join(folder, 'card.json'), JSON.stringify(CARD));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the rates of groups', () => {
  it('stand in the card beside what it had, those that are unknown do not', () => {
    const impostors = {
      'age: 0–12': group(147, 0.012),
      'race: White': group(500, 0.003),
      'race: others': group(2, null),
    };
    writeGroupRates(folder, { weightsSha256: CARD.weights.sha256, impostors });
    expect(card().metrics).toEqual({
      ...CARD.metrics,
      withinApparentGroups: {
        set: expect.stringContaining('2 to 500 crops'),
        'age: 0–12': { value: 0.012, interval: [0.006, 0.024] },
        'race: White': { value: 0.003, interval: [0.0015, 0.006] },
      },
    });
    expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toContain('| age: 0–12 | 0.0120 | 0.0060 – 0.0240 |');
  });

  it('are not those of other weights, and not none', () => {
    const impostors = { 'race: White': group(500, 0.003) };
    expect(() => writeGroupRates(folder, { weightsSha256: 'b'.repeat(64), impostors })).toThrow('other weights');
    expect(() => writeGroupRates(folder, { weightsSha256: CARD.weights.sha256, impostors: {} })).toThrow('No group');
    expect(card()).toEqual(CARD);
  });
});
