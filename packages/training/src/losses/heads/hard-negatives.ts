import * as tf from '@tensorflow/tfjs-core';
import { withoutGradient } from '../without-gradient.ts';

/**
 * Where a class is nearer than the target with its margin: 1, otherwise 0. Without gradient.
 *
 * @param cosines - [N, C]
 * @param target - [N, 1]
 */
export function hardNegatives(cosines: tf.Tensor2D, target: tf.Tensor2D): tf.Tensor2D {
  return withoutGradient([cosines, target], (c, t) => tf.cast(tf.greater(c, t), 'float32'));
}
