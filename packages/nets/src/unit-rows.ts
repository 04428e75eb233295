import * as tf from '@tensorflow/tfjs-core';

/** Keeps the length of a vector of zeros differentiable. */
const SQUARED_EPSILON = 1e-12;

/** Lengths of rows. [N, D] → [N, 1] */
export function rowNorms(x: tf.Tensor2D): tf.Tensor2D {
  return tf.sqrt(tf.add(tf.sum(tf.square(x), 1, true), SQUARED_EPSILON));
}

/** Rows of unit length. [N, D] → [N, D] */
export function unitRows(x: tf.Tensor2D): tf.Tensor2D {
  return tf.div(x, rowNorms(x));
}
