import * as tf from '@tensorflow/tfjs-core';

/** Rows of unit length. [N, D] → [N, D] */
export function unitRows(x: tf.Tensor2D): tf.Tensor2D {
  return tf.div(x, tf.sqrt(tf.add(tf.sum(tf.square(x), 1, true), 1e-12)));
}

/** Mean of 1 − cosine over rows of unit length; 0 where student and teacher agree. */
export function cosineLoss(student: tf.Tensor2D, teacher: tf.Tensor2D): tf.Scalar {
  return tf.sub(1, tf.mean(tf.sum(tf.mul(student, teacher), 1))) as tf.Scalar;
}

/** Similarities of all pairs of a batch. [N, D] unit rows → [N, N] */
export function similarityMatrix(rows: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(rows, rows, false, true);
}

/** Mean squared difference of similarity matrices (relational distillation: who is near whom, not where). */
export function relationalLoss(student: tf.Tensor2D, teacherSimilarities: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.square(tf.sub(similarityMatrix(student), teacherSimilarities)));
}

/** Mean of 1 − cosine over every position of two maps of one shape. [N, H, W, C] */
export function hintLoss(student: tf.Tensor4D, teacher: tf.Tensor4D): tf.Scalar {
  const rows = (map: tf.Tensor4D) => tf.reshape(map, [-1, map.shape[3]]) as tf.Tensor2D;
  return cosineLoss(unitRows(rows(student)), unitRows(rows(teacher)));
}
