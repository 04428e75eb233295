import { drawnContract } from '@face-verify/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContractId } from './contract.ts';
import { createEmbedding, type Embedding } from './embedding.ts';
import { type Codec, embeddingCodec, templateCodec } from './embedding-codec.ts';
import type { FaceTemplate } from './template.ts';

const CONTRACT = drawnContract('drawn', 4);
const EMBEDDING = createEmbedding([1, -2, 3, 0.1], CONTRACT);
const TEMPLATE: FaceTemplate = { embedding: EMBEDDING, faceCount: 3 };
const INVALID = expect.objectContaining({ name: 'FaceVerifyError', code: 'embedding-invalid' });

/** Any network's output that has a direction. */
const embeddings = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 512 })
  .filter((raw) => Math.hypot(...raw) > 1e-3)
  .map((raw) => createEmbedding(raw, CONTRACT));
const templates = fc.record({ embedding: embeddings, faceCount: fc.integer({ min: 1, max: 0xffffffff }) });

function bitsOf({ vector }: Embedding): number[] {
  return [...new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)];
}

describe('what was stored', () => {
  it('comes back the same to the bit, as bytes and through JSON', () => {
    fc.assert(
      fc.property(embeddings, (embedding) => {
        const fromBytes = embeddingCodec.decode(embeddingCodec.encode(embedding));
        const fromText = embeddingCodec.decode(JSON.parse(JSON.stringify(embeddingCodec.encodeText(embedding))));
        for (const back of [fromBytes, fromText]) {
          expect(back).toEqual(embedding);
          expect(bitsOf(back)).toEqual(bitsOf(embedding));
        }
      }),
    );
  });

  it('keeps how many faces a template stands for', () => {
    fc.assert(
      fc.property(templates, (template) => {
        expect(templateCodec.decode(templateCodec.encode(template))).toEqual(template);
        expect(templateCodec.decode(templateCodec.encodeText(template))).toEqual(template);
      }),
    );
  });

  it('may come from an ArrayBuffer, from the middle of one, or from a Buffer', () => {
    const bytes = embeddingCodec.encode(EMBEDDING);
    const padded = new Uint8Array(bytes.length + 10);
    padded.set(bytes, 3);
    for (const stored of [bytes.buffer, padded.subarray(3, 3 + bytes.length), Buffer.from(bytes)]) {
      expect(embeddingCodec.decode(stored)).toEqual(EMBEDDING);
    }
  });

  it('does not share memory with what it came from', () => {
    const bytes = embeddingCodec.encode(EMBEDDING);
    const back = embeddingCodec.decode(bytes);
    bytes.fill(0);
    expect(back).toEqual(EMBEDDING);
  });

  it('has a layout that later versions have to read', () => {
    const embedding = { ...EMBEDDING, contract: 'light/4' as ContractId };
    expect(Buffer.from(templateCodec.encode({ embedding, faceCount: 3 })).toString('hex')).toBe(
      '465654310300000099c85f8da6f10d4007006c696768742f340400f6c9883ef6c908bff12e4d3fbddcda3cabf026e6',
    );
  });

  it('is refused where a single bit was changed', () => {
    const bytes = templateCodec.encode(TEMPLATE);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => templateCodec.decode(changed), `bit ${bit}`).toThrow(INVALID);
    }
  });

  it('is refused where it was cut off anywhere, or something was added', () => {
    const bytes = templateCodec.encode(TEMPLATE);
    for (let end = 0; end < bytes.length; end++) {
      expect(() => templateCodec.decode(bytes.slice(0, end)), `${end} bytes`).toThrow(INVALID);
    }
    expect(() => templateCodec.decode(new Uint8Array([...bytes, 0]))).toThrow(INVALID);
  });

  it('is refused where it is of the other kind', () => {
    expect(() => templateCodec.decode(embeddingCodec.encode(EMBEDDING))).toThrow(INVALID);
    expect(() => embeddingCodec.decode(templateCodec.encodeText(TEMPLATE))).toThrow(INVALID);
  });

  it('is refused with a code whatever it is', () => {
    const anything = fc.oneof(
      fc.anything({ withTypedArray: true, withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      fc.uint8Array({ maxLength: 700 }),
      fc.base64String({ maxLength: 900 }),
      fc.uint8Array({ maxLength: 700 }).map((rest) => Uint8Array.from([...Buffer.from('FVE1'), ...rest])),
    );
    fc.assert(
      fc.property(anything, (stored) => {
        expect(() => embeddingCodec.decode(stored as string)).toThrow(INVALID);
        expect(() => templateCodec.decode(stored as string)).toThrow(INVALID);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused where its memory was handed on', () => {
    const { buffer } = embeddingCodec.encode(EMBEDDING);
    structuredClone(buffer, { transfer: [buffer] });
    expect(() => embeddingCodec.decode(buffer)).toThrow(INVALID);
  });
});

describe('what is no embedding', () => {
  const { vector } = EMBEDDING;
  const broken: Record<string, unknown> = {
    nothing: undefined,
    null: null,
    'the vector alone': vector,
    'a template': TEMPLATE,
    'one after JSON': JSON.parse(JSON.stringify(EMBEDDING)),
    'a list of numbers': { ...EMBEDDING, vector: [...vector] },
    doubles: { ...EMBEDDING, vector: Float64Array.from(vector) },
    'raw bytes read as numbers': {
      ...EMBEDDING,
      vector: new Float32Array(new Uint8Array(vector.buffer.slice(0))),
    },
    'quantised values': { ...EMBEDDING, vector: vector.map((value) => Math.round(value * 127)) },
    'rounded values': { ...EMBEDDING, vector: vector.map((value) => Math.round(value * 100) / 100) },
    'no numbers': { ...EMBEDDING, vector: new Float32Array(0) },
    zeros: { ...EMBEDDING, vector: new Float32Array(4) },
    'not a number': { ...EMBEDDING, vector: Float32Array.of(1, Number.NaN, 0, 0) },
    infinity: { ...EMBEDDING, vector: Float32Array.of(Number.POSITIVE_INFINITY, 0, 0, 0) },
    'a vector that was cut off': { ...EMBEDDING, vector: vector.subarray(0, 2) },
    'no norm': { ...EMBEDDING, norm: undefined },
    'a norm that is no number': { ...EMBEDDING, norm: Number.NaN },
    'a norm of 0': { ...EMBEDDING, norm: 0 },
    'no contract': { vector, norm: 1 },
    'an empty contract': { ...EMBEDDING, contract: '' },
    'a contract that no model has': { ...EMBEDDING, contract: 'é' },
    'a contract without end': { ...EMBEDDING, contract: 'a'.repeat(5000) },
  };

  it.each(Object.entries(broken))('is not stored: %s', (_, value) => {
    expect(() => embeddingCodec.encode(value as Embedding)).toThrow(INVALID);
    expect(() => embeddingCodec.encodeText(value as Embedding)).toThrow(INVALID);
    const template = { embedding: value, faceCount: 1 } as FaceTemplate;
    expect(() => templateCodec.encode(template)).toThrow(INVALID);
  });

  it.each([undefined, 0, -1, 1.5, Number.NaN, 2 ** 32, '3'])('is not stored as a template of %s faces', (faceCount) => {
    expect(() => templateCodec.encode({ ...TEMPLATE, faceCount: faceCount as number })).toThrow(INVALID);
  });
});

it('has types that keep what is stored apart from what is compared', () => {
  const codec: Codec<Embedding> = embeddingCodec;
  const misuses = [
    // @ts-expect-error a template is no embedding
    () => codec.encode(TEMPLATE),
    // @ts-expect-error numbers are no embedding
    () => codec.encode([1, 0]),
    // @ts-expect-error floats are not how it is stored
    () => codec.decode(EMBEDDING.vector),
    // @ts-expect-error a contract is not any text
    () => codec.encode({ ...EMBEDDING, contract: 'mine' as string }),
  ];
  expect(misuses).toHaveLength(4);
});
