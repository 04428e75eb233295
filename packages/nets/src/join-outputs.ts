import * as tf from '@tensorflow/tfjs-core';
import type { Network } from './network.ts';
import { sizeOf } from './shape.ts';

/**
 * The outputs of a network as one row for each image, in their order: read back from a backend in one go.
 *
 * @param maps - what every node gave, [N, H, W, C]
 * @returns [N, length of all outputs]
 */
export function joinOutputs({ outputs }: Network, maps: readonly tf.Tensor4D[]): tf.Tensor2D {
  const rows = Object.values(outputs).map((id) => {
    const { shape } = maps[id] as tf.Tensor4D;
    return tf.reshape(maps[id] as tf.Tensor4D, [shape[0], sizeOf(shape.slice(1))]) as tf.Tensor2D;
  });
  return rows.length === 1 ? (rows[0] as tf.Tensor2D) : tf.concat2d(rows, 1);
}
