import { ALIGNED_SIZE_PX, type ContractId, createEmbedding, type RgbImage, warpImage } from '@face-verify/core';
import { CROP_TO_ALIGNED } from '../../data/crop.ts';
import type { CropReader } from '../../data/crop-reader.ts';
import { isTrusted, type LabelledCrop } from '../../data/held-out-faces.ts';
import type { Run } from '../../learn/tasks/training-task.ts';
import { runImages } from '../../learn/validation/run-images.ts';
import { groupByIdentity } from './group-by-identity.ts';
import type { SeenFace } from './seen-face.ts';

/** A network with its weights, and what its embeddings are to be compared with. */
export interface Embedder {
  readonly contract: ContractId;
  readonly run: Run;
}

/** Positions of the trusted crops of `val`, the split with many crops of each person, of people of whom there are several. */
export function trustedFaces({ records }: CropReader): number[] {
  const faces = records.flatMap((record, index) =>
    record.split === 'val' && isTrusted(record) ? [{ identity: record.identity, index }] : [],
  );
  const people = [...groupByIdentity(faces).values()];
  return people.flatMap((own) => (own.length > 1 ? own.map(({ index }) => index) : []));
}

/**
 * Embeds crops by their stored points, so that damage reaches the embedder alone and not the landmarks before it.
 *
 * @param indices - positions in the pack of crops of known people
 * @param change - made to each crop before the face is cut from it; may write into it
 */
export async function embedFaces(
  crops: CropReader,
  indices: readonly number[],
  { contract, run }: Embedder,
  change: (crop: RgbImage, index: number) => RgbImage | Promise<RgbImage> = (crop) => crop,
): Promise<SeenFace[]> {
  const faces: RgbImage[] = [];
  for (const index of indices) {
    faces.push(warpImage(await change(crops.read(index), index), CROP_TO_ALIGNED, ALIGNED_SIZE_PX));
  }
  const rows = await runImages(faces, run);
  return indices.map((index, i) => {
    const record = crops.records[index] as LabelledCrop;
    return { index, identity: record.identity, record, embedding: createEmbedding(rows[i] as Float32Array, contract) };
  });
}
