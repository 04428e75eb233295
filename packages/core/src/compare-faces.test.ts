import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import { compareFaces, type DecisionRule } from './compare-faces.ts';
import type { ComparedFace } from './compared-face.ts';
import { createEmbedding, type Embedding } from './embedding.ts';
import { embeddingCodec, templateCodec } from './embedding-codec.ts';
import { fuseTemplate } from './template.ts';

const CONTRACT = drawnContract('drawn', 4);
const THRESHOLD = { similarity: 0.5, fmr: 'unknown' } as const;
const RULE: DecisionRule = { contract: CONTRACT, dimension: 4, threshold: THRESHOLD };

const EMBEDDING = createEmbedding([1, -2, 3, 0.1], CONTRACT);
const STRANGER = createEmbedding([2, 1, 0, 0], CONTRACT);
const CAPTURE = { outcome: 'captured', embedding: EMBEDDING } as const;
const TEMPLATE = fuseTemplate([EMBEDDING, EMBEDDING]);
const NO_FACE = { outcome: 'inconclusive', reason: 'no-face' } as const;

const faces: readonly (readonly [string, ComparedFace])[] = [
  ['a capture', CAPTURE],
  ['a template', TEMPLATE],
  ['an embedding', EMBEDDING],
  ['an embedding from storage', embeddingCodec.decode(embeddingCodec.encodeText(EMBEDDING))],
  ['a template from storage', templateCodec.decode(templateCodec.encode(TEMPLATE))],
];
const pairs = faces.flatMap(([a, probe]) => faces.map(([b, reference]) => [a, b, probe, reference] as const));

describe('compareFaces', () => {
  it.each(pairs)('finds %s and %s of one face to match, with the threshold', (_, __, probe, reference) => {
    expect(compareFaces(probe, reference, RULE)).toMatchObject({
      outcome: 'match',
      similarity: expect.closeTo(1, 6),
      threshold: THRESHOLD,
    });
  });

  it('finds other faces not to match', () => {
    expect(compareFaces(CAPTURE, STRANGER, RULE)).toMatchObject({ outcome: 'non-match' });
  });

  it('names the side without a face, and gives it no similarity', () => {
    expect(compareFaces(NO_FACE, TEMPLATE, RULE)).toEqual({ ...NO_FACE, side: 'probe' });
    expect(compareFaces(EMBEDDING, NO_FACE, RULE)).toEqual({ ...NO_FACE, side: 'reference' });
    expect(compareFaces(NO_FACE, NO_FACE, RULE)).toEqual({ ...NO_FACE, side: 'probe' });
  });

  it('finds not even the same face to match where there is no threshold', () => {
    const untrained = { ...RULE, threshold: undefined };
    expect(compareFaces(CAPTURE, CAPTURE, untrained)).toEqual({ outcome: 'inconclusive', reason: 'model-not-trained' });
  });

  it('refuses two faces of another model, although they have one contract', () => {
    const other = createEmbedding([1, 0, 0, 0], drawnContract('other', 4));
    for (const [probe, reference] of [
      [other, EMBEDDING],
      [EMBEDDING, other],
      [other, other],
    ] as const) {
      expect(() => compareFaces(probe, reference, RULE)).toThrow(
        expect.objectContaining({ code: 'contract-mismatch' }),
      );
    }
  });
});

const bytes = new Uint8Array(EMBEDDING.vector.buffer);
const withVector = (vector: unknown) => ({ ...EMBEDDING, vector });
const hostile: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  'a text': embeddingCodec.encodeText(EMBEDDING),
  'stored bytes': embeddingCodec.encode(EMBEDDING),
  'the vector alone': EMBEDDING.vector,
  'an embedding after JSON': JSON.parse(JSON.stringify(EMBEDDING)),
  'a template after JSON': JSON.parse(JSON.stringify(TEMPLATE)),
  'a capture after JSON': JSON.parse(JSON.stringify(CAPTURE)),
  'a list of numbers': withVector([...EMBEDDING.vector]),
  'raw bytes read as numbers': withVector(new Float32Array(bytes)),
  'raw bytes': withVector(bytes),
  'quantised values': withVector(EMBEDDING.vector.map((value) => Math.round(value * 127))),
  'quantised bytes': withVector(Int8Array.from(EMBEDDING.vector, (value) => Math.round(value * 127))),
  'rounded values': withVector(EMBEDDING.vector.map((value) => Math.round(value * 100) / 100)),
  'doubled values': withVector(EMBEDDING.vector.map((value) => value * 2)),
  'not a number': withVector(new Float32Array(4).fill(Number.NaN)),
  infinity: withVector(new Float32Array(4).fill(Number.POSITIVE_INFINITY)),
  zeros: withVector(new Float32Array(4)),
  'no numbers': withVector(new Float32Array(0)),
  'fewer numbers': withVector(Float32Array.of(0.6, 0.8)),
  'more numbers': withVector(Float32Array.of(0.6, 0.8, 0, 0, 0)),
  'no vector': withVector(undefined),
  'an enrolment': { outcome: 'enrolled', template: TEMPLATE },
  'a capture without its embedding': { outcome: 'captured' },
  'a refusal without its reason': { outcome: 'inconclusive' },
  'a template in a template': { embedding: TEMPLATE, faceCount: 1 },
};

describe('what is no face', () => {
  it.each(Object.entries(hostile))('is compared with nothing, not even itself: %s', (_, broken) => {
    const side = broken as Embedding;
    for (const [probe, reference] of [
      [side, EMBEDDING],
      [EMBEDDING, side],
      [side, side],
      [NO_FACE, side],
      [side, NO_FACE],
    ] as const) {
      expect(() => compareFaces(probe, reference, RULE)).toThrow(
        expect.objectContaining({ code: 'embedding-invalid' }),
      );
    }
  });

  it('is told what to hand over where it is the result of an enrolment', () => {
    const enrolled = hostile['an enrolment'] as Embedding;
    expect(() => compareFaces(EMBEDDING, enrolled, RULE)).toThrow('its template');
  });

  it('is a compile error where types can tell', () => {
    const misuses = [
      // @ts-expect-error floats say neither of which model they are nor how long they were
      () => compareFaces(EMBEDDING.vector, EMBEDDING, RULE),
      // @ts-expect-error stored text has to be decoded
      () => compareFaces(embeddingCodec.encodeText(EMBEDDING), EMBEDDING, RULE),
      // @ts-expect-error an enrolment may have failed; its template is what is compared
      () => compareFaces({ outcome: 'enrolled', template: TEMPLATE }, EMBEDDING, RULE),
      // @ts-expect-error a contract is not any text
      () => compareFaces({ ...EMBEDDING, contract: 'mine' as string }, EMBEDDING, RULE),
    ];
    expect(misuses).toHaveLength(4);
  });
});
