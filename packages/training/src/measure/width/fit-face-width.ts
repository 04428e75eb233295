import { type FaceShape, QUALITY_LIMITS, widthFeatures } from '@face-verify/core';
import { createInference, NETWORKS } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import { apparentGroups } from '../../data/apparent-groups.ts';
import { CROP_TO_ALIGNED } from '../../data/crop.ts';
import { openCrops } from '../../data/crop-reader.ts';
import { createCropSampler } from '../../data/crop-sampler.ts';
import { stretch } from '../../data/damage/stretch.ts';
import { isTrusted } from '../../data/held-out-faces.ts';
import { SHARES } from '../../data/set-shares.ts';
import { startEngine } from '../../engine/engine.ts';
import { readModelCard, readModelWeights } from '../../engine/read-model.ts';
import { seeFace } from '../../learn/validation/see-face.ts';
import { fitWidth } from './fit-width.ts';

const POINT_MODEL = 'face-points';
const CROPS = 2000;
const SEED = 1;
const FITTED_WIDTHS = [0.7, 0.85, 1, 1.18, 1.43];
const MEASURED_WIDTHS = [0.75, 0.85, 1, 1.15, 1.33];

/** How many of some faces the limits refuse. */
interface RefusedFaces {
  readonly name: string;
  readonly faces: number;
  /** In [0, 1]. */
  readonly refused: number;
}

/** Weights of `widthFeatures`, and what the limits of `relativeWidth` refuse by them. */
export interface FittedWidth {
  readonly weights: readonly number[];
  /** Of people never trained on, stretched and as they are, and of apparent groups. */
  readonly refused: readonly RefusedFaces[];
}

/** Fits the weights to crops of the training split, stretched as photographs of the wrong shape are. */
export async function fitFaceWidth(pack: string): Promise<FittedWidth> {
  await startEngine('auto');
  const card = readModelCard(POINT_MODEL, MODELS_FOLDER);
  const network = NETWORKS[card.architecture]?.();
  if (network === undefined) throw new Error(`There is no network ${card.architecture}.`);
  const inference = createInference(network, readModelWeights(card, network, MODELS_FOLDER));
  const crops = openCrops(pack);
  const look = async (indices: readonly number[], width: number): Promise<FaceShape[]> => {
    const shapes: FaceShape[] = [];
    for (const index of indices) {
      const crop = crops.read(index);
      const sight = width === 1 ? { image: crop, toAligned: CROP_TO_ALIGNED } : stretch(crop, width);
      shapes.push(await seeFace(sight, inference.run));
    }
    return shapes;
  };
  try {
    const sample = createCropSampler(crops.records, SHARES, SEED);
    const drawn = Array.from({ length: CROPS }, (_, picture) => sample(picture));
    const fitted = [];
    for (const width of FITTED_WIDTHS) fitted.push({ width, shapes: await look(drawn, width) });
    const weights = fitWidth(fitted);

    const refused: RefusedFaces[] = [];
    const measure = (name: string, shapes: readonly FaceShape[]) => {
      const outside = shapes.filter((shape) => isOutside(shape, weights)).length;
      refused.push({ name, faces: shapes.length, refused: outside / shapes.length });
    };
    const held = crops.records.flatMap((record, i) => (isTrusted(record) && record.split === 'val' ? [i] : []));
    for (const width of MEASURED_WIDTHS) measure(`val, width × ${width}`, await look(held, width));
    const grouped = crops.records.flatMap((record, i) => (record.split === 'groups' ? [{ record, i }] : []));
    const shapes = await look(
      grouped.map(({ i }) => i),
      1,
    );
    const groups = new Set(grouped.flatMap(({ record }) => apparentGroups(record)));
    for (const group of [...groups].sort()) {
      measure(
        group,
        shapes.filter((_, k) => apparentGroups(grouped[k]?.record ?? { source: '' }).includes(group)),
      );
    }
    return { weights, refused };
  } finally {
    inference.dispose();
    crops.close();
  }
}

function isOutside(shape: FaceShape, weights: readonly number[]): boolean {
  const { least, most } = QUALITY_LIMITS.relativeWidth;
  const width = Math.exp(widthFeatures(shape).reduce((sum, feature, i) => sum + feature * (weights[i] as number), 0));
  return width < least || width > most;
}
