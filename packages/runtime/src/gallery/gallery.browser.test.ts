import { createEmbedding } from '@face-verify/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalVerifier } from '../../testing/create-local-verifier.ts';
import type { FaceVerifier } from '../api.ts';
import { createGallery, type Gallery, galleryCodec } from '../index.ts';

const nobodyThere = { outcome: 'inconclusive', reason: 'no-face' } as const;
const WITH_THRESHOLD = { assets: '/drawn/', model: 'with-threshold', backend: 'wasm' } as const;

let verifier: FaceVerifier;
let ada: Blob;
let bruno: Blob;
let nobody: Blob;

beforeAll(async () => {
  const load = async (file: string) => (await fetch(`/rendered/${file}`)).blob();
  [ada, bruno, nobody] = await Promise.all([load('ada-front.jpg'), load('bruno-front.jpg'), load('nobody.jpg')]);
  verifier = await createLocalVerifier(WITH_THRESHOLD);
});
afterAll(() => verifier.dispose());

/** People whom nobody resembles much. */
function crowd(size: number): Gallery {
  const gallery = createGallery(verifier.contract);
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  for (let i = 0; i < size; i++) {
    gallery.add(`${i}`, createEmbedding(Array.from({ length: verifier.card.dimension }, next), verifier.contract));
  }
  return gallery;
}

describe('identify', () => {
  test('finds who was enrolled, from storage too', async () => {
    const gallery = crowd(100);
    for (const [id, photograph] of Object.entries({ ada, bruno })) {
      const enrolled = await verifier.enrol([photograph]);
      if (enrolled.outcome !== 'enrolled') throw new Error(enrolled.reason);
      gallery.add(id, enrolled.template);
    }
    const capture = await verifier.capture(ada);
    const options = { threshold: { fmr: 0.001 }, margin: 0 } as const;
    for (const searched of [gallery, galleryCodec.decode(galleryCodec.encode(gallery))]) {
      const result = verifier.identify(capture, searched, options);
      expect(result.outcome === 'identified' && result.candidates[0].id).toBe('ada');
      expect(result).toMatchObject({
        threshold: { fmr: 0.001, gallerySize: 102, fpir: expect.closeTo(0.097, 3) },
      });
    }
    const claimed = gallery.get('ada');
    expect(claimed && verifier.compare(capture, claimed)).toMatchObject({ outcome: 'match' });
  });

  test('decides nothing where the gallery is too large for the default rate', async () => {
    const tooLarge = { outcome: 'inconclusive', reason: 'gallery-too-large', largestGallery: 10 };
    expect(verifier.identify(await verifier.capture(ada), crowd(11))).toEqual(tooLarge);
  });

  test('refuses options that it does not know', async () => {
    for (const options of [null, 'k', { topK: 3 }]) {
      expect(() => verifier.identify(nobodyThere, crowd(5), options as object)).toThrow(
        expect.objectContaining({ code: 'option-invalid' }),
      );
    }
  });

  test('decides nothing about a photograph without a face', async () => {
    const result = verifier.identify(await verifier.capture(nobody), crowd(5));
    expect(result).toEqual(nobodyThere);
  });
});

describe('findDuplicates', () => {
  test('finds who was enrolled twice, while the page goes on', async () => {
    const gallery = crowd(3000);
    const twin = gallery.get('17');
    if (twin) gallery.add('seventeen', twin);
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns++;
      if (!isOver) setTimeout(turn);
    };
    setTimeout(turn);
    const progress: number[] = [];
    const result = await verifier.findDuplicates(gallery, {
      threshold: { similarity: 0.9 },
      onProgress: ({ done, total }) => progress.push(done / total),
    });
    isOver = true;
    expect(result).toMatchObject({ outcome: 'searched', pairs: [{ ids: ['17', 'seventeen'] }], found: 1 });
    expect(turns).toBeGreaterThan(3);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test('ends when it is aborted, when the gallery changes and when the verifier is disposed of', async () => {
    const gallery = crowd(3000);
    const abort = new AbortController();
    const onProgress = () => abort.abort();
    const aborted = verifier.findDuplicates(gallery, { signal: abort.signal, onProgress });
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
    const already = verifier.findDuplicates(gallery, { signal: AbortSignal.abort() });
    await expect(already).rejects.toMatchObject({ code: 'aborted' });

    const changed = verifier.findDuplicates(gallery);
    gallery.remove('0');
    await expect(changed).rejects.toMatchObject({ code: 'gallery-invalid' });

    const other = await createLocalVerifier(WITH_THRESHOLD);
    const disposed = other.findDuplicates(gallery);
    other.dispose();
    await expect(disposed).rejects.toMatchObject({ code: 'disposed' });
    await expect(other.findDuplicates(gallery)).rejects.toMatchObject({ code: 'disposed' });
    expect(() => other.identify(nobodyThere, gallery)).toThrow(expect.objectContaining({ code: 'disposed' }));
  });

  test('refuses an option that it does not know', async () => {
    const misspelt = verifier.findDuplicates(crowd(2), { treshold: { fmr: 0.001 } } as object);
    await expect(misspelt).rejects.toMatchObject({ code: 'option-invalid' });
  });
});
