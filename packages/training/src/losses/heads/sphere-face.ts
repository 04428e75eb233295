import * as tf from '@tensorflow/tfjs-core';
import { angleOf } from '../angle.ts';
import { withTarget } from '../identity-batch.ts';
import type { Head, LossDefinition } from '../loss-definition.ts';
import { withoutGradient } from '../without-gradient.ts';

export interface SphereFaceOptions {
  /** Times the angle; a whole number. */
  readonly margin: number;
  /** λ mixes the plain cosine in, ever less: max(floor, start / (1 + decay · step)). */
  readonly lambda: { readonly start: number; readonly decay: number; readonly floor: number };
}

export const SPHERE_FACE: LossDefinition<SphereFaceOptions, Head> = {
  title: 'SphereFace',
  formula: [
    'target: |x|·(λ·c_y + ψ) / (1 + λ), ψ = (−1)^k·cos(m·θ_y) − 2k, k = ⌊m·θ_y / π⌋',
    'others: |x|·c_j',
    'λ = max(floor, start / (1 + decay·step))',
  ],
  defaults: { margin: 4, lambda: { start: 1500, decay: 0.1, floor: 5 } },
  source: 'Liu et al., SphereFace, CVPR 2017; λ as in the authors’ code.',
  build: ({ margin, lambda }) => {
    const step = tf.variable(tf.scalar(0), false);
    return {
      parameters: [{ name: 'sphereface/step', variable: step, treatment: 'statistic' }],
      observe: () => step.assign(tf.add(step, 1)),
      logits: (batch) => {
        const angle = tf.mul(angleOf(batch.targetCosines), margin);
        const k = withoutGradient([angle], (turned) => tf.minimum(tf.floor(tf.div(turned, Math.PI)), margin - 1));
        // (−1)^k is cos(π·k), which every backend can do.
        const psi = tf.sub(tf.mul(tf.cos(tf.mul(k, Math.PI)), tf.cos(angle)), tf.mul(k, 2));
        const mix = tf.maximum(lambda.floor, tf.div(lambda.start, tf.add(1, tf.mul(step, lambda.decay))));
        const target = tf.div(tf.add(tf.mul(batch.targetCosines, mix), psi), tf.add(mix, 1)) as tf.Tensor2D;
        return tf.mul(withTarget(batch, batch.cosines, target), batch.norms);
      },
    };
  },
};
