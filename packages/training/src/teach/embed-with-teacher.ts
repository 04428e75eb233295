import { appendFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import { ALIGNED_SIZE_PX, warpImage } from '@face-verify/core';
import { unitRows } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { mirror } from '../data/augment.ts';
import { CROP_TO_ALIGNED } from '../data/crop.ts';
import type { CropReader } from '../data/crop-reader.ts';
import type { MobileFaceTeacher } from './mobile-face-teacher.ts';

export interface TeachingProgress {
  /** Called before the first crop, unless nothing is left to do. */
  onStart(done: number, total: number): void;
  /** Called after each batch, with its size. */
  onCrops(count: number): void;
}

/** Length of teacher M's embeddings. */
export const LENGTH_M = 256;

const ROW_BYTES = 4 * LENGTH_M;
const BATCH = 64;

/**
 * Appends teacher M's embeddings to a file, the sum over crop and mirror image, a row of float32 for each crop. Goes on
 * where the file ends.
 *
 * @param loadTeacher - not called where nothing is left to do
 */
export async function embedWithTeacher(
  crops: CropReader,
  loadTeacher: () => Promise<MobileFaceTeacher>,
  file: string,
  { onStart, onCrops }: TeachingProgress,
): Promise<void> {
  const from = existsSync(file) ? Math.floor(statSync(file).size / ROW_BYTES) : 0;
  // A row that was cut short is made again.
  if (from > 0) truncateSync(file, from * ROW_BYTES);
  if (from === crops.records.length) return;
  const teacher = await loadTeacher();
  onStart(from, crops.records.length);
  for (let start = from; start < crops.records.length; start += BATCH) {
    const end = Math.min(start + BATCH, crops.records.length);
    const faces = Array.from({ length: end - start }, (_, i) =>
      warpImage(crops.read(start + i), CROP_TO_ALIGNED, ALIGNED_SIZE_PX),
    );
    const both = tf.tidy(() => {
      const embed = () => unitRows(teacher.teach(faces).embedding);
      const plain = embed();
      faces.forEach(mirror);
      return tf.add(plain, embed());
    });
    appendFileSync(file, new Uint8Array((await both.data<'float32'>()).buffer));
    both.dispose();
    onCrops(end - start);
  }
}
