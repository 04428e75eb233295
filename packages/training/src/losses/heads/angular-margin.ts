import * as tf from '@tensorflow/tfjs-core';
import { angleOf } from '../angle.ts';
import { withoutGradient } from '../without-gradient.ts';

/**
 * What takes the place of cos(m1·θ + m2) where its argument passes π and it would rise again:
 * `linear`: cos θ − m2·sin(π − m2), as in the authors' code of ArcFace; jumps at the seam.
 * `reflected`: −2 − cos(m1·θ + m2), as in Keras_insightface, ConvFaceNeXt's code base; no jump.
 */
export type MarginGuard = 'linear' | 'reflected';

/** Margins of the target: times the angle, plus the angle (radians), minus the cosine. */
export interface AngularMargin {
  readonly m1: number;
  readonly m2: number;
  readonly m3: number;
  readonly guard: MarginGuard;
}

/**
 * cos(m1·θ + m2) − m3, falling in θ all the way to π.
 *
 * @param cosines - of the targets, any shape
 */
export function marginCosine<T extends tf.Tensor>(cosines: T, { m1, m2, m3, guard }: AngularMargin): T {
  const turned = tf.cos(tf.add(tf.mul(angleOf(cosines), m1), m2));
  const beyond = guard === 'linear' ? tf.sub(cosines, m2 * Math.sin(Math.PI - m2)) : tf.sub(-2, turned);
  const isBeyond = withoutGradient([cosines], (cosine) =>
    tf.cast(tf.less(cosine, Math.cos((Math.PI - m2) / m1)), 'float32'),
  );
  return tf.sub(tf.add(turned, tf.mul(isBeyond, tf.sub(beyond, turned))), m3);
}
