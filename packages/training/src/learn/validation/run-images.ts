import type { RgbImage } from '@face-verify/core';
import { networkInput } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import type { Run } from '../tasks/training-task.ts';

const BATCH = 32;

/** Runs a network over pictures of its input's size. @returns one row for each */
export async function runImages(images: readonly RgbImage[], run: Run): Promise<Float32Array[]> {
  const rows: Float32Array[] = [];
  for (let start = 0; start < images.length; start += BATCH) {
    const batch = images.slice(start, start + BATCH);
    const size = batch[0]?.widthPx as number;
    const output = tf.tidy(() => run(networkInput(batch, size)));
    const values = await output.data<'float32'>();
    output.dispose();
    const length = values.length / batch.length;
    batch.forEach((_, i) => {
      rows.push(values.slice(i * length, (i + 1) * length));
    });
  }
  return rows;
}
