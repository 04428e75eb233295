import { drawnContract } from '@face-verify/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFaces } from '../compare-faces.ts';
import type { ComparedFace } from '../compared-face.ts';
import { createEmbedding, type Embedding } from '../embedding.ts';
import { fuseTemplate } from '../template.ts';
import type { Threshold } from '../threshold.ts';
import { createGallery } from './create-gallery.ts';
import type { Gallery } from './gallery.ts';
import type { IdentificationRule } from './identification-rule.ts';
import { type IdentificationResult, type IdentifyOptions, identify } from './identify.ts';

const CONTRACT = drawnContract('drawn', 2);
const measured = (similarity: number, targetFmr: number): Threshold => ({
  similarity,
  targetFmr,
  fmrInterval: [targetFmr / 2, targetFmr * 2],
  measuredOn: 'a set',
});
const RULE: IdentificationRule = {
  contract: CONTRACT,
  dimension: 2,
  thresholds: [measured(0.5, 0.01), measured(0.8, 0.001)],
  thresholdsAgainstSimilar: [],
};
const AT_0_8 = { similarity: 0.8, fmr: 0.001, basis: 'measured' } as const;

/** A face whose similarity to {@link PROBE} this is. */
function faceAt(similarity: number): Embedding {
  return createEmbedding([similarity, Math.sqrt(1 - similarity ** 2)], CONTRACT);
}
const PROBE = createEmbedding([1, 0], CONTRACT);

function galleryOf(similarities: Readonly<Record<string, number>>): Gallery {
  const gallery = createGallery(CONTRACT);
  for (const [id, similarity] of Object.entries(similarities)) gallery.add(id, faceAt(similarity));
  return gallery;
}

const idsOf = (result: IdentificationResult) =>
  'candidates' in result ? result.candidates.map(({ id }) => id) : undefined;

describe('identify', () => {
  it('gives those who reach the threshold, the most similar first, and what the threshold means here', () => {
    const gallery = galleryOf({ far: -0.9, third: 0.81, first: 0.99, below: 0.79, second: 0.9 });
    const result = identify(PROBE, gallery, RULE);
    expect(result).toMatchObject({
      outcome: 'identified',
      margin: expect.closeTo(0.09, 6),
      threshold: { ...AT_0_8, gallerySize: 5, fpir: expect.closeTo(0.00499, 5) },
    });
    expect(idsOf(result)).toEqual(['first', 'second', 'third']);
    expect(result).toHaveProperty('candidates.0.similarity', expect.closeTo(0.99, 6));
  });

  it('takes captures, templates and embeddings for a probe', () => {
    const gallery = galleryOf({ anna: 0.99 });
    for (const probe of [PROBE, { outcome: 'captured', embedding: PROBE } as const, fuseTemplate([PROBE])]) {
      expect(idsOf(identify(probe, gallery, RULE))).toEqual(['anna']);
    }
  });

  it('gives no more candidates than were asked for', () => {
    const gallery = createGallery(CONTRACT);
    for (let i = 0; i < 9; i++) gallery.add(`${i}`, faceAt(1 - i / 1000));
    const k = (k: number) => idsOf(identify(PROBE, gallery, RULE, { k, margin: 0 }));
    expect(idsOf(identify(PROBE, gallery, RULE, { margin: 0 }))).toEqual(['0', '1', '2', '3', '4']);
    expect(k(1)).toEqual(['0']);
    expect(k(2)).toEqual(['0', '1']);
    expect(k(1000)).toHaveLength(9);
  });

  it('identifies nobody where nobody reaches the threshold, as in an empty gallery, and gives no candidate', () => {
    const nobody = identify(PROBE, galleryOf({ a: 0.79, b: -1 }), RULE, { threshold: { fmr: 0.001 } });
    expect(nobody).toEqual({ outcome: 'not-identified', threshold: expect.objectContaining(AT_0_8) });
    const empty = identify(PROBE, createGallery(CONTRACT), RULE);
    expect(empty).toMatchObject({ outcome: 'not-identified', threshold: { gallerySize: 0, fpir: 0 } });
  });

  it('identifies the only one of a gallery, without a margin', () => {
    const result = identify(PROBE, galleryOf({ a: 0.99 }), RULE);
    expect(result).toMatchObject({ outcome: 'identified', margin: undefined });
  });

  it('decides nothing where another subject is nearly as similar, whether that one reaches the threshold or not', () => {
    const both = identify(PROBE, galleryOf({ a: 0.9, b: 0.88 }), RULE);
    expect(both).toMatchObject({ outcome: 'inconclusive', reason: 'candidates-too-close' });
    expect(idsOf(both)).toEqual(['a', 'b']);
    const one = identify(PROBE, galleryOf({ a: 0.82, b: 0.79 }), RULE);
    expect(one).toMatchObject({ outcome: 'inconclusive', margin: expect.closeTo(0.03, 6), threshold: AT_0_8 });
    expect(idsOf(one)).toEqual(['a']);
    expect(identify(PROBE, galleryOf({ a: 0.82, b: 0.79 }), RULE, { k: 1 })).toMatchObject({ outcome: 'inconclusive' });
    const narrow = { margin: 0.02 };
    expect(identify(PROBE, galleryOf({ a: 0.82, b: 0.79 }), RULE, narrow)).toMatchObject({ outcome: 'identified' });
  });

  it('decides nothing between two that are equally similar, whatever margin is asked for', () => {
    const result = identify(PROBE, galleryOf({ a: 0.9, b: 0.9 }), RULE, { margin: 0 });
    expect(result).toMatchObject({ outcome: 'inconclusive', reason: 'candidates-too-close', margin: 0 });
  });

  it('takes a stricter threshold in a larger gallery, and decides nothing where there is none strict enough', () => {
    const similarityIn = (size: number) => {
      const gallery = createGallery(CONTRACT);
      for (let i = 0; i < size; i++) gallery.add(`${i}`, faceAt(-1));
      return identify(PROBE, gallery, RULE);
    };
    expect(similarityIn(1)).toMatchObject({ outcome: 'not-identified', threshold: { similarity: 0.5 } });
    expect(similarityIn(10)).toMatchObject({ outcome: 'not-identified', threshold: { similarity: 0.8 } });
    const tooLarge = { outcome: 'inconclusive', reason: 'gallery-too-large', largestGallery: 10 };
    expect(similarityIn(11)).toEqual(tooLarge);
  });

  it('decides nothing about a capture without a face, or with a model without thresholds', () => {
    const gallery = galleryOf({ a: 0.99 });
    const refused = { outcome: 'inconclusive', reason: 'face-blurred' } as const;
    expect(identify(refused, gallery, RULE)).toEqual(refused);
    const untrained = { outcome: 'inconclusive', reason: 'model-not-trained' };
    expect(identify(PROBE, gallery, { ...RULE, thresholds: [] })).toEqual(untrained);
    const own = { threshold: { similarity: 0.1 } };
    expect(identify(PROBE, gallery, { ...RULE, thresholds: [] }, own)).toEqual(untrained);
  });

  it('finds exactly whom comparing with each one by one would find', () => {
    const contract = drawnContract('drawn', 7);
    const faces = fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
      .filter((raw) => Math.hypot(...raw) > 1e-3)
      .map((raw) => createEmbedding(raw, contract));
    const rule = { ...RULE, contract, dimension: 7 };
    const threshold = { similarity: 0.3 } as const;
    fc.assert(
      fc.property(faces, fc.array(faces, { maxLength: 40 }), (probe, others) => {
        const gallery = createGallery(contract);
        others.forEach((face, i) => {
          gallery.add(`${i}`, face);
        });
        const result = identify(probe, gallery, rule, { threshold, k: 1000 });
        const oneByOne = [...gallery].flatMap(([id, reference]) => {
          const decided = compareFaces(probe, reference, {
            ...rule,
            threshold: { similarity: 0.3, fmr: 'unknown' },
          });
          return decided.outcome === 'match' ? [{ id, similarity: decided.similarity }] : [];
        });
        const found = 'candidates' in result ? result.candidates : [];
        expect(found).toEqual(oneByOne.toSorted((a, b) => b.similarity - a.similarity));
      }),
    );
  });
});

const other = createEmbedding([1, 0], drawnContract('other', 2));
const hostileProbes: Readonly<Record<string, readonly [unknown, string]>> = {
  nothing: [undefined, 'embedding-invalid'],
  null: [null, 'embedding-invalid'],
  'a text': ['anna', 'embedding-invalid'],
  numbers: [PROBE.vector, 'embedding-invalid'],
  'a promise': [Promise.resolve(PROBE), 'embedding-invalid'],
  'the result of an enrolment': [{ outcome: 'enrolled', template: fuseTemplate([PROBE]) }, 'embedding-invalid'],
  NaN: [{ ...PROBE, vector: Float32Array.of(Number.NaN, 1) }, 'embedding-invalid'],
  infinity: [{ ...PROBE, vector: Float32Array.of(Number.POSITIVE_INFINITY, 0) }, 'embedding-invalid'],
  zeros: [{ ...PROBE, vector: new Float32Array(2) }, 'embedding-invalid'],
  'a longer vector': [{ ...PROBE, vector: Float32Array.of(1, 0, 0) }, 'embedding-invalid'],
  'no numbers': [{ ...PROBE, vector: new Float32Array(0) }, 'embedding-invalid'],
  'twice as long': [{ ...PROBE, vector: Float32Array.of(2, 0) }, 'embedding-invalid'],
  'of another model': [other, 'contract-mismatch'],
  'a gallery': [galleryOf({ a: 1 }), 'embedding-invalid'],
};
const hostileGalleries: Readonly<Record<string, readonly [unknown, string]>> = {
  nothing: [undefined, 'gallery-invalid'],
  null: [null, 'gallery-invalid'],
  'a map': [new Map([['a', PROBE]]), 'gallery-invalid'],
  'a list': [[['a', PROBE]], 'gallery-invalid'],
  'one after structuredClone': [structuredClone(galleryOf({ a: 1 })), 'gallery-invalid'],
  'one of another model': [createGallery(drawnContract('other', 2)), 'contract-mismatch'],
  'one of another dimension': [createGallery(drawnContract('drawn', 3)), 'contract-mismatch'],
};
const hostileOptions: readonly unknown[] = [
  ...[0, -1, 1.5, 1001, Number.NaN, Number.POSITIVE_INFINITY, '5', null].map((k) => ({ k })),
  ...[-0.1, 2.1, Number.NaN, '0.1', null, [0.1]].map((margin) => ({ margin })),
  ...[null, 0.5, {}, { fmr: 0.5 }, { fpir: 0 }, { similarity: Number.NaN }].map((threshold) => ({ threshold })),
];

describe('what cannot be identified', () => {
  it.each(Object.entries(hostileProbes))('is a probe that is %s, also in an empty gallery', (_, [probe, code]) => {
    for (const gallery of [galleryOf({ a: 1 }), createGallery(CONTRACT)]) {
      expect(() => identify(probe as ComparedFace, gallery, RULE)).toThrow(expect.objectContaining({ code }));
    }
  });

  it.each(Object.entries(hostileGalleries))('is anybody in a gallery that is %s', (_, [gallery, code]) => {
    expect(() => identify(PROBE, gallery as Gallery, RULE)).toThrow(expect.objectContaining({ code }));
  });

  it.each(hostileOptions)('is anybody with the options %j', (options) => {
    expect(() => identify(PROBE, galleryOf({ a: 1 }), RULE, options as IdentifyOptions)).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });
});

it('has types by which nobody reads a candidate where there may be none, or a rate that is unknown', () => {
  const misuses = [
    // @ts-expect-error there may be no candidate
    (result: IdentificationResult) => result.candidates,
    // @ts-expect-error also where a decision was made
    (result: IdentificationResult) => (result.outcome === 'inconclusive' ? undefined : result.candidates),
    (result: IdentificationResult) => {
      if (result.outcome !== 'identified') return undefined;
      const { id } = result.candidates[0];
      // @ts-expect-error the rate may be unknown
      const chance: number = result.threshold.fpir;
      return [id, chance, result.threshold.fpir === 'unknown' ? 1 : (result.threshold.fpir satisfies number)];
    },
    // @ts-expect-error one choice
    (): IdentifyOptions => ({ threshold: { fpir: 0.01, fmr: 0.001 } }),
  ];
  expect(misuses).toHaveLength(4);
});
