import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCard } from './card.ts';

const MODELS = new URL('../../../models/', import.meta.url);
const THRESHOLD = { similarity: 0.4, targetFmr: 0.01, fmrInterval: [0.005, 0.02], measuredOn: 'a set' };
const STRICTER = { ...THRESHOLD, similarity: 0.5, targetFmr: 0.001 };
const CARD = {
  id: 'light',
  architecture: 'MobileFaceNet',
  topology: '0123456789abcdef',
  weights: { file: 'weights.bin', format: 'fp16', bytes: 2, sha256: 'a'.repeat(64) },
  training: {},
  terms: { permittedUse: 'non-commercial-research', text: 'Trained on research data.' },
  golden: [0.6, 0.8],
  kind: 'embedder',
  dimension: 2,
  thresholds: [THRESHOLD, STRICTER],
  thresholdsAgainstSimilar: [{ ...STRICTER, similarity: 0.6 }],
  metrics: {},
};

const { dimension: _, thresholds: __, thresholdsAgainstSimilar: ___, ...ANY_CARD } = CARD;
const POINTS = { ...ANY_CARD, kind: 'points', outputs: { points: 1, presence: 1 }, presenceLimit: 0.5 };

const DETECTOR = {
  ...ANY_CARD,
  kind: 'detector',
  source: { package: 'somebody@1', file: 'a.tflite', sha256: 'b'.repeat(64) },
};

/** The card with another value in one place, which may be nothing. */
function changed(path: string, value: unknown, of: object = CARD): unknown {
  const card = structuredClone(of);
  const names = path.split(/[.[\]]+/).filter(Boolean);
  const last = names.pop() ?? '';
  const parent = names.reduce((part, name) => part[name] as Record<string, unknown>, card as Record<string, unknown>);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return card;
}

function refusalOf(card: unknown): unknown {
  try {
    return parseCard(card);
  } catch (error) {
    return error;
  }
}

describe('parseCard', () => {
  it.each(readdirSync(MODELS))('reads the card of %s, and leaves nothing of it out', (model) => {
    const text = readFileSync(new URL(`${model}/card.json`, MODELS), 'utf8');
    expect(`${JSON.stringify(parseCard(JSON.parse(text)), null, 2)}\n`).toBe(text);
  });

  it('reads what every model needs', () => {
    expect(parseCard(CARD)).toEqual(CARD);
    expect(parseCard(POINTS)).toEqual(POINTS);
    expect(parseCard(DETECTOR)).toEqual(DETECTOR);
  });

  it.each([
    ['outputs', undefined],
    ['outputs', []],
    ['outputs.points', 0],
    ['outputs.points', '1'],
    ['presenceLimit', undefined],
    ['presenceLimit', Number.NaN],
    ['presenceLimit', -0.1],
    ['presenceLimit', 1],
    ['golden', [1, 2, 3]],
  ] as const)('refuses a landmark card whose %s is %j, and names the field', (field, value) => {
    expect(refusalOf(changed(field, value, POINTS))).toMatchObject({ code: 'weights-corrupt', details: { field } });
  });

  it.each([
    ['source', undefined],
    ['source.package', ''],
    ['source.file', undefined],
    ['source.sha256', 'b'],
  ] as const)('refuses a detector’s card whose %s is %j, and names the field', (field, value) => {
    expect(refusalOf(changed(field, value, DETECTOR))).toMatchObject({ code: 'weights-corrupt', details: { field } });
  });

  it.each([
    ...Object.keys(CARD).map((name) => [name, undefined] as const),
    ['id', ''],
    ['kind', 'teacher'],
    ['topology', 7],
    ['weights', null],
    ['weights.file', '../weights.bin'],
    ['weights.format', 'fp32'],
    ['weights.bytes', 0],
    ['weights.bytes', 1.5],
    ['weights.bytes', '2'],
    ['weights.sha256', 'A'.repeat(64)],
    ['weights.sha256', 'a'.repeat(63)],
    ['weights.sha256', 7],
    ['training', []],
    ['metrics', null],
    ['terms', 'For research.'],
    ['terms.permittedUse', 'some'],
    ['terms.text', ''],
    ['golden', []],
    ['golden', [1]],
    ['golden', {}],
    ['golden[1]', Number.NaN],
    ['golden[1]', null],
    ['dimension', 0],
    ['dimension', '2'],
    ['thresholds', {}],
    ['thresholdsAgainstSimilar[0].similarity', 0],
    ...[undefined, null, '', '0.4', false, true, Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1.01, [0.4]].map(
      (value) => ['thresholds[0].similarity', value] as const,
    ),
    ...[undefined, null, 0, 1, -0.1, '0.01', Number.NaN].map((value) => ['thresholds[0].targetFmr', value] as const),
    ...[undefined, null, [], [0.1], [0.1, 0.2, 0.3], [0.2, 0.1]].map(
      (value) => ['thresholds[0].fmrInterval', value] as const,
    ),
    ['thresholds[0].fmrInterval[1]', 1.1],
    ['thresholds[0].fmrInterval[0]', null],
    ['thresholds[0].measuredOn', ' '],
  ] as const)('refuses a card whose %s is %j, and names the field', (field, value) => {
    expect(refusalOf(changed(field, value))).toMatchObject({
      code: 'weights-corrupt',
      message: expect.stringContaining(field),
      details: { field },
    });
  });

  it.each([
    ['that are two for one rate', [THRESHOLD, { ...THRESHOLD, similarity: 0.3 }]],
    ['of which the stricter one asks for less', [THRESHOLD, { ...STRICTER, similarity: 0.3 }]],
  ])('refuses thresholds %s', (_, thresholds) => {
    expect(refusalOf({ ...CARD, thresholds })).toMatchObject({
      code: 'weights-corrupt',
      details: { field: 'thresholds' },
    });
  });

  it.each([null, undefined, [], 'card', 7])('refuses %j', (json) => {
    expect(refusalOf(json)).toMatchObject({ code: 'weights-corrupt', details: { field: 'the card' } });
  });
});
