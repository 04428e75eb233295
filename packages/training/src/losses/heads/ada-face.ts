import * as tf from '@tensorflow/tfjs-core';
import { angleOf } from '../angle.ts';
import { type IdentityBatch, withTarget } from '../identity-batch.ts';
import type { Head, LossDefinition } from '../loss-definition.ts';
import { withoutGradient } from '../without-gradient.ts';

export interface AdaFaceOptions {
  readonly scale: number;
  readonly margin: number;
  /** Standard deviations to either side within which quality counts: 1 / h. */
  readonly h: number;
  /** Share of each batch in the moving mean and deviation of the norms. */
  readonly share: number;
}

/** Norms outside are taken for these, and no angle passes this far from 0 and π: the authors' code. */
const NORM_RANGE = [1e-3, 100] as const;
const EPSILON = 1e-3;

export const ADA_FACE: LossDefinition<AdaFaceOptions, Head> = {
  title: 'AdaFace',
  formula: [
    'target: s·(cos(θ_y − m·z) − (m + m·z))',
    'others: s·c_j',
    'z = clip(h·(|x| − μ) / (σ + 0.001), −1, 1): how good the picture is, by the norm of its embedding; no gradient',
    'μ, σ ← (1 − share)·(μ, σ) + share·(mean, deviation of |x| in the batch), from 20 and 100',
  ],
  defaults: { scale: 64, margin: 0.4, h: 0.333, share: 0.01 },
  source: 'Kim et al., AdaFace, CVPR 2022; the authors’ code, where the share is 0.01 or 1.',
  build: ({ scale, margin, h, share }) => {
    const mean = tf.variable(tf.scalar(20), false);
    const deviation = tf.variable(tf.scalar(100), false);
    const moveTowards = (kept: tf.Variable, value: tf.Tensor) =>
      kept.assign(tf.add(tf.mul(kept, 1 - share), tf.mul(value, share)));
    return {
      parameters: [
        { name: 'adaface/mean', variable: mean, treatment: 'statistic' },
        { name: 'adaface/deviation', variable: deviation, treatment: 'statistic' },
      ],
      observe: (batch) => {
        const norms = clippedNorms(batch);
        const batchMean = tf.mean(norms);
        const squares = tf.sum(tf.square(tf.sub(norms, batchMean)));
        moveTowards(mean, batchMean);
        moveTowards(deviation, tf.sqrt(tf.div(squares, Math.max(1, norms.size - 1))));
      },
      logits: (batch) => {
        const norms = clippedNorms(batch);
        const z = tf.clipByValue(tf.div(tf.mul(tf.sub(norms, mean), h), tf.add(deviation, EPSILON)), -1, 1);
        const angle = tf.sub(angleOf(batch.targetCosines), tf.mul(z, margin));
        const turned = tf.cos(tf.clipByValue(angle, EPSILON, Math.PI - EPSILON));
        const target = tf.sub(turned, tf.add(tf.mul(z, margin), margin)) as tf.Tensor2D;
        return tf.mul(withTarget(batch, batch.cosines, target), scale);
      },
    };
  },
};

function clippedNorms({ norms }: IdentityBatch): tf.Tensor2D {
  return withoutGradient([norms], (norm) => tf.clipByValue(norm, ...NORM_RANGE));
}
