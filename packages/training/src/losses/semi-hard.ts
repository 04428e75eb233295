import * as tf from '@tensorflow/tfjs-core';
import { oneHotRows, pick } from './identity-batch.ts';
import { withoutGradient } from './without-gradient.ts';

/** Triplets of a batch as one-hot rows; a row of `negatives` is 0 where its pair has no semi-hard negative. [T, N] */
export interface Triplets {
  readonly anchors: tf.Tensor2D;
  readonly positives: tf.Tensor2D;
  readonly negatives: tf.Tensor2D;
}

const FAR = 1e9;

/** Squared distances of all pairs of rows of unit length, in [0, 4]. [N, D] → [N, N] */
export function squaredDistances(units: tf.Tensor2D): tf.Tensor2D {
  return tf.sub(2, tf.mul(tf.matMul(units, units, false, true), 2));
}

/**
 * For every pair of one class, its earlier picture the anchor, the nearest picture of another class among those that
 * are further from the anchor than the positive, but by less than the margin (Schroff et al., FaceNet, CVPR 2015). No
 * gradient flows through the choice.
 *
 * @param distances - [N, N], squared
 * @param labels - the class of each row
 * @param margin - in squared distance
 * @returns undefined where no two rows are of one class
 */
export function semiHardTriplets(
  distances: tf.Tensor2D,
  labels: readonly number[],
  margin: number,
): Triplets | undefined {
  const size = labels.length;
  const pairs = labels.flatMap((label, anchor) =>
    labels.flatMap((other, positive) => (label === other && anchor < positive ? [{ anchor, positive }] : [])),
  );
  if (pairs.length === 0) return undefined;
  const anchors = oneHotRows(
    pairs.map(({ anchor }) => anchor),
    size,
  );
  const positives = oneHotRows(
    pairs.map(({ positive }) => positive),
    size,
  );
  const strangers = tf.tensor2d(pairs.map(({ anchor }) => labels.map((label) => Number(label !== labels[anchor]))));
  const negatives = withoutGradient([distances], (d) => {
    const rows: tf.Tensor2D = tf.matMul(anchors, d); // [T, N]
    const toPositive = pick(rows, positives);
    const isSemiHard = tf.logicalAnd(tf.greater(rows, toPositive), tf.less(rows, tf.add(toPositive, margin)));
    const candidates = tf.mul(strangers, tf.cast(isSemiHard, 'float32'));
    const nearest = tf.argMin(tf.add(rows, tf.mul(tf.sub(1, candidates), FAR)), 1);
    return tf.mul(tf.oneHot(nearest, size, 1, 0, 'float32'), candidates) as tf.Tensor2D;
  });
  return { anchors, positives, negatives };
}
