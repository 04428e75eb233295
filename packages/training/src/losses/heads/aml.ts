import * as tf from '@tensorflow/tfjs-core';
import { angleOf, boundedCosine } from '../angle.ts';
import { withTarget } from '../identity-batch.ts';
import type { Head, LossDefinition } from '../loss-definition.ts';
import { withoutGradient } from '../without-gradient.ts';

export interface AmlOptions {
  /** The paper's formula, or what its authors' code computes instead. */
  readonly variant: 'paper' | 'repo';
  /** Whether the gradient flows through the margin too, or takes it for a constant. */
  readonly marginGradient: boolean;
}

type Variant = {
  /** Distance of an embedding from its centre, from the cosine. */
  readonly distance: (cosines: tf.Tensor2D) => tf.Tensor;
  readonly target: (cosines: tf.Tensor2D, margin: tf.Tensor) => tf.Tensor;
};

const VARIANTS: Readonly<Record<AmlOptions['variant'], Variant>> = {
  paper: {
    distance: (cosines) => tf.sqrt(tf.sub(1, tf.square(cosines))),
    target: (cosines, margin) => tf.sub(cosines, margin),
  },
  repo: {
    distance: (cosines) => tf.sqrt(tf.sub(2, tf.mul(cosines, 2))),
    target: (cosines, margin) => tf.cos(tf.add(angleOf(cosines), margin)),
  },
};

export const AML: LossDefinition<AmlOptions, Head> = {
  title: 'AML: adaptive margin loss',
  formula: [
    'target: s·(c_y − m), m = mean over the batch of |x × W_y| = sin θ_y (paper)',
    'target: s·cos(θ_y + m), m = mean over the batch of |x − W_y| (repo)',
    'others: s·c_j',
    's = ln(C)·e^√2',
  ],
  defaults: { variant: 'paper', marginGradient: true },
  source:
    'Khan et al., AMD-FV, 2025; s and the gradient through m, of which the paper says nothing, as in the authors’ code, which departs from the paper’s formula.',
  build: ({ variant, marginGradient }, classes) => {
    const scale = Math.log(classes.length) * Math.exp(Math.SQRT2);
    const { distance, target } = VARIANTS[variant];
    const meanDistance = (cosines: tf.Tensor2D) => tf.mean(distance(boundedCosine(cosines)));
    return {
      parameters: [],
      observe: () => undefined,
      logits: (batch) => {
        const { cosines, targetCosines } = batch;
        const margin = marginGradient ? meanDistance(targetCosines) : withoutGradient([targetCosines], meanDistance);
        return tf.mul(withTarget(batch, cosines, target(targetCosines, margin) as tf.Tensor2D), scale);
      },
    };
  },
};
