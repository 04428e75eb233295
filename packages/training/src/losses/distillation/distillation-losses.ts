import { unitRows } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';

/** Mean of 1 − cosine over rows of unit length; 0 where student and teacher agree. */
export function cosineLoss(student: tf.Tensor2D, teacher: tf.Tensor2D): tf.Scalar {
  return tf.sub(1, tf.mean(tf.sum(tf.mul(student, teacher), 1))) as tf.Scalar;
}

/** Mean squared difference over all entries of rows of unit length. */
export function meanSquaredLoss(student: tf.Tensor2D, teacher: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.square(tf.sub(student, teacher)));
}

/** Similarities of all pairs of a batch. [N, D] unit rows → [N, N] */
export function similarityMatrix(rows: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(rows, rows, false, true);
}

/** Mean squared difference of similarity matrices (relational distillation: who is near whom, not where). */
export function relationalLoss(student: tf.Tensor2D, teacherSimilarities: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.square(tf.sub(similarityMatrix(student), teacherSimilarities)));
}

/**
 * Divergence KL(teacher ‖ student) of softened logits, times the squared temperature, which keeps the size of the
 * gradients (Hinton et al. 2015). Mean over rows. [N, C]
 */
export function divergenceLoss(student: tf.Tensor2D, teacher: tf.Tensor2D, temperature: number): tf.Scalar {
  const [p, q] = [teacher, student].map((logits) => tf.logSoftmax(tf.div(logits, temperature))) as [
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  return tf.mul(tf.mean(tf.sum(tf.mul(tf.exp(p), tf.sub(p, q)), 1)), temperature ** 2);
}

/** Mean of 1 − cosine over every position of two maps of one shape. [N, H, W, C] */
export function hintLoss(student: tf.Tensor4D, teacher: tf.Tensor4D): tf.Scalar {
  const rows = (map: tf.Tensor4D) => tf.reshape(map, [-1, map.shape[3]]) as tf.Tensor2D;
  return cosineLoss(unitRows(rows(student)), unitRows(rows(teacher)));
}
