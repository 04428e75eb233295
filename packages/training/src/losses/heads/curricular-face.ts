import * as tf from '@tensorflow/tfjs-core';
import { withTarget } from '../identity-batch.ts';
import type { Head, LossDefinition } from '../loss-definition.ts';
import { marginCosine } from './angular-margin.ts';
import { hardNegatives } from './hard-negatives.ts';

export interface CurricularFaceOptions {
  readonly scale: number;
  /** Radians. */
  readonly margin: number;
  /** Share of each batch in the moving mean t. */
  readonly share: number;
}

export const CURRICULAR_FACE: LossDefinition<CurricularFaceOptions, Head> = {
  title: 'CurricularFace',
  formula: [
    'target: T = s·cos(θ_y + m), guarded as ArcFace’s',
    'others: s·c_j·(t + c_j) where s·c_j > T, otherwise s·c_j',
    't ← (1 − share)·t + share·mean(c_y), from 0',
  ],
  defaults: { scale: 64, margin: 0.5, share: 0.01 },
  source: 'Huang et al., CurricularFace, CVPR 2020; order of the steps as in the authors’ code.',
  build: ({ scale, margin, share }) => {
    const t = tf.variable(tf.scalar(0), false);
    return {
      parameters: [{ name: 'curricularface/t', variable: t, treatment: 'statistic' }],
      observe: ({ targetCosines }) => t.assign(tf.add(tf.mul(t, 1 - share), tf.mul(tf.mean(targetCosines), share))),
      logits: (batch) => {
        const { cosines, targetCosines } = batch;
        const target = marginCosine(targetCosines, { m1: 1, m2: margin, m3: 0, guard: 'linear' });
        const growth = tf.mul(hardNegatives(cosines, target), tf.sub(tf.add(cosines, t), 1));
        const negatives = tf.mul(cosines, tf.add(growth, 1)) as tf.Tensor2D;
        return tf.mul(withTarget(batch, negatives, target), scale);
      },
    };
  },
};
