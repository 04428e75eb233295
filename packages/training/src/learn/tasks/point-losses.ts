import { FACE_POINT_NAMES, type FacePointName } from '@face-verify/core';
import { FACE_OUTPUTS, FACE_UNITS } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { withoutGradient } from '../../losses/without-gradient.ts';

/** Pixels of input where the loss of a point turns from quadratic to linear. */
const KNEE_PX = 0.5;
/** The same of yaw and pitch, in degrees. */
const KNEE_DEGREES = 3;

/** How much more the points count that alignment is made of. */
const ALIGNMENT_WEIGHT = 3;
const ALIGNMENT_POINTS: ReadonlySet<FacePointName> = new Set([
  'leftEyeOuterCorner',
  'leftEyeInnerCorner',
  'rightEyeInnerCorner',
  'rightEyeOuterCorner',
  'noseTip',
  'leftMouthCorner',
  'rightMouthCorner',
]);
const POINT_WEIGHTS = FACE_POINT_NAMES.flatMap((name) => {
  const weight = ALIGNMENT_POINTS.has(name) ? ALIGNMENT_WEIGHT : 1;
  return [weight, weight];
});

/** What each loss counts beside that of the points. Measured at the first pictures, presence would drown them. */
const WEIGHTS = { presence: 0.3, pose: 0.02, pointError: 0.05 } as const;

/** What the network is to give for a batch, in the units of its output. Points and pose count only where there is a face. */
export interface PointTargets {
  /** [N, 34] */
  readonly points: tf.Tensor2D;
  /** [N, 1], 1 or 0 */
  readonly isFace: tf.Tensor2D;
  /** [N, 2] */
  readonly pose: tf.Tensor2D;
}

/** @param output - rows of the point network, [N, length of all outputs] */
export function pointLosses(output: tf.Tensor2D, targets: PointTargets) {
  const [points, presence, pose, pointError] = tf.split(output, Object.values(FACE_OUTPUTS), 1) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const { isFace } = targets;
  const faces = tf.maximum(tf.sum(isFace), 1);
  /** Mean over the faces of a loss for each picture. */
  const overFaces = (loss: tf.Tensor) => tf.div(tf.sum(tf.mul(loss, isFace)), faces) as tf.Scalar;

  const offPx = tf.mul(tf.sub(points, targets.points), FACE_UNITS.pointPx);
  const weights = tf.tensor2d(POINT_WEIGHTS, [1, POINT_WEIGHTS.length]);
  const weighted = tf.mul(pseudoHuber(offPx, KNEE_PX), tf.div(weights, tf.mean(weights)));
  const pointLoss = overFaces(tf.mean(weighted, 1, true));

  const presenceLoss = tf.losses.sigmoidCrossEntropy(isFace, presence) as tf.Scalar;
  const offDegrees = tf.mul(tf.sub(pose, targets.pose), FACE_UNITS.poseDegrees);
  const poseLoss = overFaces(tf.mean(pseudoHuber(offDegrees, KNEE_DEGREES), 1, true));
  const errorLoss = overFaces(pseudoHuber(tf.sub(pointError, logMeanDistance(offPx)), 1));

  const total = tf.addN([
    pointLoss,
    tf.mul(presenceLoss, WEIGHTS.presence),
    tf.mul(poseLoss, WEIGHTS.pose),
    tf.mul(errorLoss, WEIGHTS.pointError),
  ]) as tf.Scalar;
  return { total, points: pointLoss, presence: presenceLoss, pose: poseLoss, pointError: errorLoss };
}

/** Large errors, often wrong labels, pull no harder than moderate ones. */
function pseudoHuber(error: tf.Tensor, knee: number): tf.Tensor {
  return tf.sub(tf.sqrt(tf.add(tf.square(error), knee ** 2)), knee);
}

/** [N, 34] → [N, 1]: how wrong the points are, as the network is to expect it; not a thing to be lowered by it. */
function logMeanDistance(offPx: tf.Tensor): tf.Tensor {
  return withoutGradient([offPx], (off) => {
    const squares = tf.sum(tf.reshape(tf.square(off), [off.shape[0] as number, -1, 2]), 2);
    return tf.log(tf.add(tf.mean(tf.sqrt(squares), 1, true), 1e-3));
  });
}
