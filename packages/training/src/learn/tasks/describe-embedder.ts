import type { RgbImage } from '@face-verify/core';
import { calibrateEmbedder, verificationFiguresWithIntervals } from '@face-verify/eval';
import { makeGrey, resample } from '../../data/augment.ts';
import type { CropRecord } from '../../data/crop.ts';
import { type HeldOutFace, isTrusted } from '../../data/held-out-faces.ts';
import { noseOffset } from '../../data/nose-offset.ts';
import { facePairs } from '../validation/face-pairs.ts';
import type { CardFacts, Run } from './training-task.ts';

/** From here on a face counts as turned: how far the nose is off the middle between the eyes, in eye distances. */
const TURNED_FROM = 0.15;

interface Variant {
  readonly description: string;
  readonly keep?: (record: CropRecord) => boolean;
  readonly change?: (face: RgbImage) => RgbImage;
}

/** What is measured beside the set itself, each on all pairs of what it keeps. */
const VARIANTS: Readonly<Record<string, Variant>> = {
  valGrey: { description: 'made grey', change: makeGrey },
  valLowResolution: { description: 'reduced to 56 px and enlarged again', change: (face) => resample(face, 0.5) },
  valTurned: { description: 'of faces turned to a side', keep: (record) => noseOffset(record) >= TURNED_FROM },
  valFrontal: { description: 'of faces turned to no side', keep: (record) => noseOffset(record) < TURNED_FROM },
};

/** Measures an embedder on all crops of the validation split, and finds its thresholds on the trusted ones. */
export async function describeEmbedder(held: readonly HeldOutFace[], dimension: number, run: Run): Promise<CardFacts> {
  const sure = held.filter(({ record }) => isTrusted(record));
  const trusted = await measure(sure, run);
  const everything = await measure(held, run);
  const { thresholds, refused } = calibrateEmbedder(trusted.pairs, trusted.set);
  const variants: Record<string, object> = {};
  for (const [name, { description, keep = () => true, change = same }] of Object.entries(VARIANTS)) {
    const faces = sure
      .filter(({ record }) => keep(record))
      .map(({ face, record }) => ({ record, face: change(copy(face)) }));
    const { set, figures } = await measure(faces, run);
    variants[name] = { set: `${set}, ${description}`, ...figures };
  }
  return {
    kind: 'embedder',
    dimension,
    thresholds,
    metrics: {
      note: 'bestBalancedAccuracy is that of the best threshold on the set itself. Intervals are 95 %, by bootstrap over identities.',
      val: { set: trusted.set, ...trusted.figures },
      valWithSuspects: { set: `${everything.set}, with crops whose label is probably wrong`, ...everything.figures },
      ...variants,
      noThresholdFor: refused.map(({ targetFmr, reason }) => ({ targetFmr, reason })),
    },
  };
}

async function measure(held: readonly HeldOutFace[], run: Run) {
  const pairs = await facePairs(held, run);
  const people = new Set(held.map(({ record }) => record.identity)).size;
  return {
    pairs,
    figures: verificationFiguresWithIntervals(pairs),
    set: `${held.length} aligned crops of ${people} CelebA identities never trained on, all pairs`,
  };
}

function copy(face: RgbImage): RgbImage {
  return { ...face, data: face.data.slice() };
}

function same(face: RgbImage): RgbImage {
  return face;
}
