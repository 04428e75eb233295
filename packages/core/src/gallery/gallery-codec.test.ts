import { drawnContract } from '@face-verify/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../checksum.ts';
import type { ContractId } from '../contract.ts';
import { createEmbedding } from '../embedding.ts';
import { createGallery } from './create-gallery.ts';
import type { Gallery } from './gallery.ts';
import { galleryCodec } from './gallery-codec.ts';

const CONTRACT = drawnContract('drawn', 4);
const INVALID = expect.objectContaining({ name: 'FaceVerifyError', code: 'gallery-invalid' });

const embeddings = fc
  .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 })
  .filter((raw) => Math.hypot(...raw) > 1e-3)
  .map((raw) => createEmbedding(raw, CONTRACT));
const ids = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const members = fc.uniqueArray(fc.tuple(ids, embeddings), { selector: ([id]) => id, maxLength: 20 });

function galleryOf(entries: readonly (readonly [string, ReturnType<typeof createEmbedding>])[]): Gallery {
  const gallery = createGallery(CONTRACT);
  for (const [id, face] of entries) gallery.add(id, face);
  return gallery;
}

const ANNA = createEmbedding([1, -2, 3, 0.1], CONTRACT);
const BEN = createEmbedding([0, 5, 1, -3], CONTRACT);
const STORED = galleryCodec.encode(galleryOf(Object.entries({ anna: ANNA, ben: BEN })));

/** Changed on purpose: the checksum is right. The change is made in place, or gives other bytes. */
function forge(change: (bytes: Uint8Array<ArrayBuffer>, view: DataView) => unknown) {
  const copy = STORED.slice(0, -4);
  const changed = change(copy, new DataView(copy.buffer));
  const body = changed instanceof Uint8Array ? changed : copy;
  const forged = new Uint8Array(body.length + 4);
  forged.set(body);
  new DataView(forged.buffer).setUint32(body.length, crc32(body), true);
  return forged;
}

const CONTRACT_AT = 10;
const FIRST_AT = CONTRACT_AT + CONTRACT.length;
const FIRST_ID = { at: FIRST_AT + 2, length: 'anna'.length };
const FIRST_NORM_AT = FIRST_ID.at + 2 * FIRST_ID.length;
const SECOND_AT = FIRST_NORM_AT + 8 + 16;

describe('a stored gallery', () => {
  it('comes back the same to the bit, whatever its ids are', () => {
    fc.assert(
      fc.property(members, (entries) => {
        const back = galleryCodec.decode(galleryCodec.encode(galleryOf(entries)));
        expect([...back]).toEqual(entries);
        expect(back.contract).toBe(CONTRACT);
      }),
    );
  });

  it('may be empty, and can be added to', () => {
    const back = galleryCodec.decode(galleryCodec.encode(createGallery(CONTRACT)));
    expect(back.size).toBe(0);
    back.add('anna', ANNA);
    expect(back.get('anna')).toEqual(ANNA);
  });

  it('may come from an ArrayBuffer, from the middle of one, or from a Buffer, and shares no memory with it', () => {
    const padded = new Uint8Array(STORED.length + 10);
    padded.set(STORED, 3);
    const middle = padded.subarray(3, 3 + STORED.length);
    for (const stored of [STORED.slice().buffer, middle, Buffer.from(STORED)]) {
      const back = galleryCodec.decode(stored);
      new Uint8Array(stored instanceof ArrayBuffer ? stored : stored.buffer).fill(0);
      expect(back.get('ben')).toEqual(BEN);
    }
  });

  it('has a layout that later versions have to read', () => {
    const gallery = createGallery('light/2/x' as ContractId);
    gallery.add('é1', { vector: Float32Array.of(0.6, 0.8), norm: 3, contract: 'light/2/x' as ContractId });
    expect(Buffer.from(galleryCodec.encode(gallery)).toString('hex')).toBe(
      '465647310100000009006c696768742f322f780200e900310000000000000008409a99193fcdcc4c3f033cd7a2',
    );
  });

  it('is refused where a single bit was changed, or it was cut off anywhere, or something was added', () => {
    for (let bit = 0; bit < STORED.length * 8; bit++) {
      const changed = STORED.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => galleryCodec.decode(changed), `bit ${bit}`).toThrow(INVALID);
    }
    for (let end = 0; end < STORED.length; end++) {
      expect(() => galleryCodec.decode(STORED.slice(0, end)), `${end} bytes`).toThrow(INVALID);
    }
    expect(() => galleryCodec.decode(new Uint8Array([...STORED, 0]))).toThrow(INVALID);
  });

  it.each<[string, Parameters<typeof forge>[0]]>([
    ['has a number that is none', (_, view) => view.setFloat32(FIRST_NORM_AT + 8, Number.NaN, true)],
    ['has an infinite number', (_, view) => view.setFloat32(FIRST_NORM_AT + 8, Number.POSITIVE_INFINITY, true)],
    ['has a vector that is not of unit length', (_, view) => view.setFloat32(FIRST_NORM_AT + 8, 0.9, true)],
    ['has a norm of 0', (_, view) => view.setFloat64(FIRST_NORM_AT, 0, true)],
    ['has an id twice', (bytes) => new Uint8Array([...bytes.slice(0, SECOND_AT), ...bytes.slice(FIRST_AT, SECOND_AT)])],
    ['has an empty id', (bytes) => bytes.set([0, 0], FIRST_AT)],
    ['has an id that ends behind it', (bytes) => bytes.set([0xff, 0xff], FIRST_AT)],
    ['has fewer subjects than it says', (_, view) => view.setUint32(4, 3, true)],
    ['has more subjects than it says', (_, view) => view.setUint32(4, 1, true)],
    ['says that it has billions', (_, view) => view.setUint32(4, 0xffffffff, true)],
    ['has a contract that ends behind it', (_, view) => view.setUint16(8, 0xffff, true)],
    ['has a contract of another dimension', (bytes) => bytes.set([0x35], CONTRACT_AT + 'drawn/'.length)],
    ['has no contract', (_, view) => view.setUint16(8, 0, true)],
    ['is of a later version', (bytes) => bytes.set([0x32], 3)],
  ])('is refused where it was made to fit and %s', (_, change) => {
    expect(() => galleryCodec.decode(forge(change))).toThrow(INVALID);
  });

  it('is read where nothing was changed, or the tests above would prove nothing', () => {
    expect([...galleryCodec.decode(forge(() => undefined))]).toHaveLength(2);
  });

  it('is refused with a code whatever it is', () => {
    const anything = fc.oneof(
      fc.anything({ withTypedArray: true, withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((rest) => forge(() => Uint8Array.from([...Buffer.from('FVG1'), ...rest]))),
    );
    fc.assert(
      fc.property(anything, (stored) => {
        expect(() => galleryCodec.decode(stored as Uint8Array)).toThrow(INVALID);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused where its memory was handed on', () => {
    const { buffer } = STORED.slice();
    structuredClone(buffer, { transfer: [buffer] });
    expect(() => galleryCodec.decode(buffer)).toThrow(INVALID);
  });

  it.each([undefined, null, {}, [], new Map(), { contract: CONTRACT, size: 0 }])('is not made of %j', (value) => {
    expect(() => galleryCodec.encode(value as unknown as Gallery)).toThrow(INVALID);
  });
});
