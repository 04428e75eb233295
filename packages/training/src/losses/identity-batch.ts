import { rowNorms, unitRows } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';

/** Embeddings of a batch beside the weights of the classes: what every head, weighting and term looks at. */
export interface IdentityBatch {
  /** As the network gives them. [N, D] */
  readonly embeddings: tf.Tensor2D;
  /** Lengths of the embeddings. [N, 1] */
  readonly norms: tf.Tensor2D;
  /** Embeddings of unit length. [N, D] */
  readonly units: tf.Tensor2D;
  /** One column for each class. [D, C] */
  readonly weights: tf.Tensor2D;
  /** The same of unit length, one row for each class: where the classes are on the sphere. [C, D] */
  readonly centres: tf.Tensor2D;
  /** Of every embedding with every centre. [N, C] */
  readonly cosines: tf.Tensor2D;
  /** The class of each embedding. */
  readonly labels: readonly number[];
  /** The same as one-hot rows: selecting by `gather` has no gradient kernel on every backend. [N, C] */
  readonly targets: tf.Tensor2D;
  /** Cosine with the centre of the own class. [N, 1] */
  readonly targetCosines: tf.Tensor2D;
}

/**
 * @param embeddings - [N, D]
 * @param weights - [D, C]
 * @param labels - N of them, in [0, C)
 */
export function identityBatch(embeddings: tf.Tensor2D, weights: tf.Tensor2D, labels: readonly number[]): IdentityBatch {
  const norms = rowNorms(embeddings);
  const units = tf.div(embeddings, norms) as tf.Tensor2D;
  const centres = unitRows(tf.transpose(weights));
  const cosines: tf.Tensor2D = tf.matMul(units, centres, false, true);
  const targets = oneHotRows(labels, centres.shape[0]);
  return {
    embeddings,
    norms,
    units,
    weights,
    centres,
    cosines,
    labels,
    targets,
    targetCosines: pick(cosines, targets),
  };
}

/** N rows of 0 with a 1 each. [N, length] */
export function oneHotRows(indices: readonly number[], length: number): tf.Tensor2D {
  return tf.oneHot(tf.tensor1d([...indices], 'int32'), length, 1, 0, 'float32') as tf.Tensor2D;
}

/** The value that each one-hot row points at. [N, C], [N, C] → [N, 1] */
export function pick(values: tf.Tensor2D, oneHot: tf.Tensor2D): tf.Tensor2D {
  return tf.sum(tf.mul(values, oneHot), 1, true);
}

/** Values with another one for the own class. [N, C], [N, 1] → [N, C] */
export function withTarget({ targets }: IdentityBatch, values: tf.Tensor2D, target: tf.Tensor2D): tf.Tensor2D {
  return tf.add(values, tf.mul(targets, tf.sub(target, values)));
}
