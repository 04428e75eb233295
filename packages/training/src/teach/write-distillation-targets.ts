import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALIGNED_SIZE_PX, type RgbImage, warpImage } from '@face-verify/core';
import { Matrix } from 'ml-matrix';
import { CROP_TO_ALIGNED, type CropRecord } from '../data/crop.ts';
import { openCrops } from '../data/crop-reader.ts';
import { RESEARCH_CROPS, sharedFile } from '../data/shared-data.ts';
import { TARGETS_FILE } from './distillation-targets.ts';
import { readStoredTargets } from './stored-targets.ts';
import { turnTowards } from './turn-towards.ts';

/** Crops that the rotation is found from. */
const SAMPLE = 6_000;

/** What students are to learn of crops. */
interface TaughtCrops {
  readonly records: readonly CropRecord[];
  /** A row of unit length for each crop. */
  readonly targets: Matrix;
  /** Mean cosine between what the embedder makes of the sampled crops and their targets, before and after the turn. */
  readonly meanCosine: { readonly before: number; readonly after: number };
}

/**
 * Writes the stored targets of the research crops beside their pack, all turned alike towards where an embedder puts
 * faces now.
 *
 * @param embed - the embedder: aligned faces to rows of the targets' length
 * @throws {FaceVerifyError} `asset-unavailable` where crops or targets are missing
 */
export async function writeDistillationTargets(
  embed: (faces: readonly RgbImage[]) => Promise<readonly Float32Array[]>,
): Promise<TaughtCrops> {
  const crops = openCrops(RESEARCH_CROPS);
  const { records } = crops;
  const stored = readStoredTargets(records, path.dirname(sharedFile('data', 'embeddings.json')));
  const learned = records.flatMap(({ split }, crop) => (split === 'train' ? [crop] : []));
  const every = Math.ceil(learned.length / SAMPLE);
  const sample = learned.filter((_, i) => i % every === 0);
  const rows = await embed(sample.map((crop) => warpImage(crops.read(crop), CROP_TO_ALIGNED, ALIGNED_SIZE_PX)));
  crops.close();
  const embeddings = new Matrix(rows.map(unitRow));
  const targets = turnTowards(stored, sample, embeddings);
  const meanCosine = (matrix: Matrix) => Matrix.mul(matrix.subMatrixRow(sample), embeddings).sum() / sample.length;
  writeFileSync(path.join(RESEARCH_CROPS, TARGETS_FILE), Float32Array.from(targets.to1DArray()));
  return { records, targets, meanCosine: { before: meanCosine(stored), after: meanCosine(targets) } };
}

function unitRow(row: Float32Array): number[] {
  const length = Math.hypot(...row);
  return Array.from(row, (value) => value / length);
}
