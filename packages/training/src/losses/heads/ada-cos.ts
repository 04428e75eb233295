import * as tf from '@tensorflow/tfjs-core';
import { angleOf } from '../angle.ts';
import type { Head, LossDefinition } from '../loss-definition.ts';

/** Takes a class out of a sum of exponentials. */
const FAR_BELOW = 1e9;

export const ADA_COS: LossDefinition<Record<never, never>, Head> = {
  title: 'AdaCos',
  formula: [
    'all: s·c_j, no margin',
    's ← ln(B) / cos(min(π/4, median of θ_y)), from √2·ln(C − 1)',
    'B = mean over the batch of Σ_{j≠y} exp(s·c_j), with the last s',
  ],
  defaults: {},
  source: 'Zhang et al., AdaCos, CVPR 2019, the dynamic form. The lower of the two middle angles where N is even.',
  build: (_, classes) => {
    const scale = tf.variable(tf.scalar(Math.SQRT2 * Math.log(classes.length - 1)), false);
    return {
      parameters: [{ name: 'adacos/scale', variable: scale, treatment: 'statistic' }],
      observe: ({ cosines, targets, targetCosines }) => {
        const others = tf.sub(tf.mul(cosines, scale), tf.mul(targets, FAR_BELOW));
        const logB = tf.sub(tf.logSumExp(others), Math.log(targets.shape[0]));
        const middle = Math.ceil(targets.shape[0] / 2);
        const median = angleOf(tf.min(tf.topk(tf.reshape(targetCosines, [-1]), middle).values));
        scale.assign(tf.div(logB, tf.cos(tf.minimum(median, Math.PI / 4))));
      },
      logits: ({ cosines }) => tf.mul(cosines, scale),
    };
  },
};
