import * as tf from '@tensorflow/tfjs-core';

/**
 * Cross-entropy of each row, with logits of any size. [N, C], [N, C] → [N, 1]
 *
 * @param smoothing - share of every target that is spread evenly over all classes
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor2D, smoothing = 0): tf.Tensor2D {
  const smooth = tf.add(tf.mul(targets, 1 - smoothing), smoothing / targets.shape[1]);
  return tf.neg(tf.sum(tf.mul(smooth, tf.logSoftmax(logits)), 1, true));
}
