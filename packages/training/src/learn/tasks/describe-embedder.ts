import type { RgbImage } from '@face-verify/core';
import { calibrateEmbedder, embeddingPairs, verificationFiguresWithIntervals } from '@face-verify/eval';
import { makeGrey, resample } from '../../data/augment.ts';
import { type CropSplit, VALIDATION_SPLITS } from '../../data/crop.ts';
import { type HeldOutFace, isTrusted, type LabelledCrop } from '../../data/held-out-faces.ts';
import { noseOffset } from '../../data/nose-offset.ts';
import { runImages } from '../validation/run-images.ts';
import type { CardFacts, Run } from './training-task.ts';

/** From here on a face counts as turned: how far the nose is off the middle between the eyes, in eye distances. */
const TURNED_FROM = 0.15;

interface Variant {
  readonly split: CropSplit;
  readonly description: string;
  readonly keep?: (record: LabelledCrop) => boolean;
  readonly change?: (face: RgbImage) => RgbImage;
}

/** What is measured beside the splits themselves, each on all pairs of what it keeps of the trusted crops. */
const VARIANTS: Readonly<Record<string, Variant>> = {
  valGrey: { split: 'val', description: 'made grey', change: makeGrey },
  valLowResolution: {
    split: 'val',
    description: 'reduced to 56 px and enlarged again',
    change: (face) => resample(face, 0.5),
  },
  valTurned: {
    split: 'val',
    description: 'of faces turned to a side',
    keep: (record) => noseOffset(record) >= TURNED_FROM,
  },
  valFrontal: {
    split: 'val',
    description: 'of faces turned to no side',
    keep: (record) => noseOffset(record) < TURNED_FROM,
  },
};

/** A crop and what the network makes of it. */
interface EmbeddedFace {
  readonly record: LabelledCrop;
  readonly embedding: Float32Array;
}

/**
 * Measures an embedder on all crops of the validation splits, each split by itself, and finds its thresholds on the
 * trusted ones of all of them together.
 */
export async function describeEmbedder(held: readonly HeldOutFace[], dimension: number, run: Run): Promise<CardFacts> {
  const embedded = await embed(held, run);
  const trusted = embedded.filter(({ record }) => isTrusted(record));
  const { thresholds, refused } = calibrateEmbedder(pairsOf(trusted), nameOf(trusted));
  const metrics: Record<string, object> = {};
  for (const split of VALIDATION_SPLITS) {
    const ofSplit = ({ record }: EmbeddedFace) => record.split === split;
    if (!embedded.some(ofSplit)) continue;
    metrics[split] = figuresOf(trusted.filter(ofSplit));
    const description = 'with crops whose label is probably wrong';
    metrics[`${split}WithSuspects`] = figuresOf(embedded.filter(ofSplit), description);
  }
  for (const [name, { split, description, keep = () => true, change }] of Object.entries(VARIANTS)) {
    const isMeant = ({ record }: { readonly record: LabelledCrop }) =>
      record.split === split && isTrusted(record) && keep(record);
    const faces = change
      ? await embed(
          held.filter(isMeant).map(({ face, record }) => ({ record, face: change(copy(face)) })),
          run,
        )
      : trusted.filter(isMeant);
    metrics[name] = figuresOf(faces, description);
  }
  return {
    kind: 'embedder',
    dimension,
    thresholds,
    // Those are found through the whole pipeline: `lab calibrate --write`.
    thresholdsAgainstSimilar: [],
    metrics: {
      note: 'bestBalancedAccuracy is that of the best threshold on the set itself. Intervals are 95 %, by bootstrap over identities.',
      ...metrics,
      noThresholdFor: refused.map(({ targetFmr, reason }) => ({ targetFmr, reason })),
    },
  };
}

async function embed(held: readonly HeldOutFace[], run: Run): Promise<EmbeddedFace[]> {
  const rows = await runImages(
    held.map(({ face }) => face),
    run,
  );
  return held.map(({ record }, i) => ({ record, embedding: rows[i] as Float32Array }));
}

function pairsOf(faces: readonly EmbeddedFace[]) {
  return embeddingPairs(
    faces.map(({ embedding }) => embedding),
    faces.map(({ record }) => record.identity),
  );
}

function figuresOf(faces: readonly EmbeddedFace[], description?: string) {
  const set = nameOf(faces);
  return {
    set: description === undefined ? set : `${set}, ${description}`,
    ...verificationFiguresWithIntervals(pairsOf(faces)),
  };
}

function nameOf(faces: readonly EmbeddedFace[]): string {
  const people = new Set(faces.map(({ record }) => record.identity)).size;
  return `${faces.length} aligned crops of ${people} CelebA identities never trained on, all pairs`;
}

function copy(face: RgbImage): RgbImage {
  return { ...face, data: face.data.slice() };
}
