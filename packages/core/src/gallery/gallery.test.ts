import { drawnContract } from '@face-verify/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparableFace } from '../compared-face.ts';
import type { ContractId } from '../contract.ts';
import { createEmbedding, type Embedding } from '../embedding.ts';
import { fuseTemplate } from '../template.ts';
import { createGallery } from './create-gallery.ts';
import { GalleryBlock } from './gallery-block.ts';

const CONTRACT = drawnContract('drawn', 4);
const ANNA = createEmbedding([1, -2, 3, 0.1], CONTRACT);
const BEN = createEmbedding([0, 5, 1, -3], CONTRACT);
const CLEO = createEmbedding([7, 0, 1, 1], CONTRACT);
const refusedAs = (code: string) => expect.objectContaining({ name: 'FaceVerifyError', code });

const embeddings = fc
  .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 })
  .filter((raw) => Math.hypot(...raw) > 1e-3)
  .map((raw) => createEmbedding(raw, CONTRACT));

describe('a gallery', () => {
  it('takes templates, captures and embeddings in, and gives the embedding back', () => {
    const gallery = createGallery(CONTRACT);
    const template = fuseTemplate([ANNA, BEN]);
    gallery.add('a', template);
    gallery.add('b', { outcome: 'captured', embedding: BEN });
    gallery.add('c', CLEO);
    expect(gallery.size).toBe(3);
    expect(gallery.contract).toBe(CONTRACT);
    expect([...gallery]).toEqual([
      ['a', template.embedding],
      ['b', BEN],
      ['c', CLEO],
    ]);
  });

  it('shares no memory with what was added, or with what it gives', () => {
    const gallery = createGallery(CONTRACT);
    const own = { ...ANNA, vector: ANNA.vector.slice() };
    gallery.add('a', own);
    own.vector.fill(0);
    gallery.get('a')?.vector.fill(0);
    expect(gallery.get('a')).toEqual(ANNA);
  });

  it('is after any adding, replacing and removing what a map would be', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', '😀', '\ud800');
    const steps = fc.array(fc.tuple(fc.constantFrom('put', 'remove'), ids, embeddings), { maxLength: 80 });
    fc.assert(
      fc.property(steps, (all) => {
        const gallery = createGallery(CONTRACT);
        const expected = new Map<string, Embedding>();
        for (const [what, id, face] of all) {
          if (what === 'remove') expect(gallery.remove(id)).toBe(expected.delete(id));
          else {
            gallery[expected.has(id) ? 'replace' : 'add'](id, face);
            expected.set(id, face);
          }
          expect(gallery.size).toBe(expected.size);
        }
        expect(new Map(gallery)).toEqual(expected);
        for (const id of ['a', 'b', '__proto__']) expect(gallery.get(id)).toEqual(expected.get(id));
      }),
    );
  });

  it('grows to thousands and shrinks again, and wipes what was removed', () => {
    const gallery = new GalleryBlock(CONTRACT, 4);
    for (let i = 0; i < 5000; i++) gallery.add(`${i}`, i % 2 ? ANNA : BEN);
    const room = gallery.norms.length;
    expect(room).toBeLessThan(5000 * 1.6);
    for (let i = 0; i < 5000; i += 2) gallery.remove(`${i}`);
    expect(gallery.size).toBe(2500);
    expect([...gallery].every(([, { norm }]) => norm === ANNA.norm)).toBe(true);
    expect(gallery.vectors.subarray(2500 * 4).every((value) => value === 0)).toBe(true);
    for (const [id] of [...gallery]) gallery.remove(id);
    expect(gallery.norms.length).toBeLessThan(room / 10);
    expect(gallery.vectors.every((value) => value === 0)).toBe(true);
  });

  it('wipes the block that it grew out of, and the face that was replaced', () => {
    const gallery = new GalleryBlock(CONTRACT, 4, 1);
    gallery.add('a', ANNA);
    const before = gallery.vectors;
    gallery.add('b', BEN);
    expect([...before]).toEqual([0, 0, 0, 0]);
    gallery.replace('a', CLEO);
    expect(gallery.vectors.includes(ANNA.vector[1] as number)).toBe(false);
  });
});

describe('what a gallery refuses', () => {
  const gallery = createGallery(CONTRACT);
  gallery.add('a', ANNA);

  it.each([undefined, null, 0, 17, true, {}, ['a'], Symbol('a'), '', 'a'.repeat(1025), 'x'.repeat(10_000_000)])(
    'as an id, %#',
    (id) => {
      expect(() => gallery.add(id as string, BEN)).toThrow(refusedAs('id-invalid'));
      expect(() => gallery.replace(id as string, BEN)).toThrow(refusedAs('id-invalid'));
      expect(gallery.has(id as string)).toBe(false);
      expect(gallery.get(id as string)).toBeUndefined();
      expect(gallery.remove(id as string)).toBe(false);
    },
  );

  it('is a second subject under one id, whose name the error does not tell', () => {
    gallery.add('Erika Mustermann', CLEO);
    const add = () => gallery.add('Erika Mustermann', BEN);
    expect(add).toThrow(refusedAs('id-invalid'));
    expect(add).not.toThrow('Erika');
    expect(gallery.get('Erika Mustermann')).toEqual(CLEO);
    gallery.remove('Erika Mustermann');
    expect(() => gallery.replace('Erika Mustermann', BEN)).toThrow(refusedAs('id-invalid'));
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'embedding-invalid'],
    ['a refused capture', { outcome: 'inconclusive', reason: 'no-face' }, 'embedding-invalid'],
    ['the result of an enrolment', { outcome: 'enrolled', template: fuseTemplate([ANNA]) }, 'embedding-invalid'],
    ['numbers alone', ANNA.vector, 'embedding-invalid'],
    ['NaN', { ...ANNA, vector: Float32Array.of(Number.NaN, 0, 0, 1) }, 'embedding-invalid'],
    ['a vector that is not of unit length', { ...ANNA, vector: Float32Array.of(1, 1, 1, 1) }, 'embedding-invalid'],
    ['fewer numbers', { ...ANNA, vector: Float32Array.of(0.6, 0.8) }, 'embedding-invalid'],
    ['more numbers', { ...ANNA, vector: Float32Array.of(0.6, 0.8, 0, 0, 0) }, 'embedding-invalid'],
    ['a face of another model', createEmbedding([1, 0, 0, 0], drawnContract('other', 4)), 'contract-mismatch'],
  ])('as a face is %s, and stays as it was', (_, face, code) => {
    expect(() => gallery.add('b', face as ComparableFace)).toThrow(refusedAs(code));
    expect(() => gallery.replace('a', face as ComparableFace)).toThrow(refusedAs(code));
    expect([...gallery]).toEqual([['a', ANNA]]);
  });

  it.each([undefined, null, 128, '', 'light', 'light/0/x', 'light/1e9/x', 'é/128/x', `light/128/${'x'.repeat(5000)}`])(
    'as a contract is %#',
    (contract) => {
      expect(() => createGallery(contract as ContractId)).toThrow(refusedAs('option-invalid'));
    },
  );

  it('is a compile error where types can tell', () => {
    const misuses = [
      // @ts-expect-error a capture may have been refused
      () => gallery.add('c', { outcome: 'inconclusive', reason: 'no-face' }),
      // @ts-expect-error numbers are no face
      () => gallery.add('c', ANNA.vector),
      // @ts-expect-error a contract is not any text
      () => createGallery('mine'),
      // @ts-expect-error there may be nobody of that id
      () => gallery.get('c').norm,
    ];
    expect(misuses).toHaveLength(4);
  });
});
