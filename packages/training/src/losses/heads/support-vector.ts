import * as tf from '@tensorflow/tfjs-core';
import { type IdentityBatch, withTarget } from '../identity-batch.ts';
import { hardNegatives } from './hard-negatives.ts';

/** How a hard negative's cosine grows: by (t − 1)·(c + 1), the more the nearer it is, or by t − 1, whatever it is. */
export type NegativeWeight = 'adaptive' | 'fixed';

/**
 * Cosines of the batch with a margin for the target and hard negatives made harder. [N, C]
 *
 * @param target - what the target's cosine became, [N, 1]
 * @param t - at least 1; 1 leaves the negatives as they are
 */
export function supportVectorCosines(
  batch: IdentityBatch,
  target: tf.Tensor2D,
  t: number,
  weight: NegativeWeight = 'adaptive',
): tf.Tensor2D {
  const { cosines } = batch;
  const growth = weight === 'adaptive' ? tf.mul(tf.add(cosines, 1), t - 1) : t - 1;
  const negatives = tf.add(cosines, tf.mul(hardNegatives(cosines, target), growth)) as tf.Tensor2D;
  return withTarget(batch, negatives, target);
}
