import {
  type ContractId,
  createEmbedding,
  createGallery,
  type Embedding,
  findDuplicates,
  type Gallery,
  galleryCodec,
  type IdentificationRule,
  identify,
} from '@face-verify/core';
import { timeSpread } from '../src/bench/time-spread.ts';
import type { GalleryBrowser, GalleryHarness, GalleryTimes } from '../src/gallery/gallery-harness.ts';
import { exposeHarness } from '../src/in-page/expose-harness.ts';

const DIMENSION = 128;
const CONTRACT = `drawn/${DIMENSION}/timed` as ContractId;
const RULE: IdentificationRule = {
  contract: CONTRACT,
  dimension: DIMENSION,
  thresholds: [{ similarity: 0.5, targetFmr: 0.001, fmrInterval: [0.001, 0.001], measuredOn: 'nothing' }],
  thresholdsAgainstSimilar: [],
};
const OPTIONS = { threshold: { fmr: 0.001 } } as const;

const WARM_UPS = 5;
const RUNS = 31;
/** A small gallery takes less than a browser's clock shows, so that its runs are means over several. */
const COMPARISONS_PER_RUN = 50_000;
/** Different faces; a gallery has each many times, which takes no less time. */
const FACES = 1000;

/** Galleries of drawn templates. What is found in them means nothing. */
class Harness implements GalleryHarness {
  async load(): Promise<GalleryBrowser> {
    return { chromium: /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 'of unknown version' };
  }

  async time(size: number, withDuplicates: boolean): Promise<GalleryTimes> {
    const faces = Array.from({ length: FACES }, drawFace);
    const [gallery, fillMs] = timed(() => fill(faces, size));
    const repeats = Math.ceil(COMPARISONS_PER_RUN / size);
    const timesMs: number[] = [];
    for (let run = -WARM_UPS; run < RUNS; run++) {
      const probe = drawFace();
      const [, ms] = timed(() => {
        for (let i = 0; i < repeats; i++) identify(probe, gallery, RULE, OPTIONS);
      });
      if (run >= 0) timesMs.push(ms / repeats);
    }
    const findDuplicatesMs = withDuplicates ? timed(() => searchThrough(gallery))[1] : undefined;
    const [bytes, encodeMs] = timed(() => galleryCodec.encode(gallery));
    const [, decodeMs] = timed(() => galleryCodec.decode(bytes));
    return {
      size,
      dimension: DIMENSION,
      fillMs,
      identify: timeSpread(timesMs),
      fastestMs: Math.min(...timesMs),
      storedBytes: bytes.length,
      encodeMs,
      decodeMs,
      findDuplicatesMs,
    };
  }
}

function drawFace(): Embedding {
  return createEmbedding(
    Array.from({ length: DIMENSION }, () => Math.random() - 0.5),
    CONTRACT,
  );
}

function fill(faces: readonly Embedding[], size: number): Gallery {
  const gallery = createGallery(CONTRACT);
  for (let i = 0; i < size; i++) gallery.add(`member-${i}`, faces[i % FACES] as Embedding);
  return gallery;
}

function searchThrough(gallery: Gallery): void {
  const search = findDuplicates(gallery, RULE);
  while (!search.next().done);
}

function timed<Value>(work: () => Value): [Value, number] {
  const startMs = performance.now();
  const value = work();
  return [value, performance.now() - startMs];
}

exposeHarness(new Harness());
