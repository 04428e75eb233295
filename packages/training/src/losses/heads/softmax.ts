import * as tf from '@tensorflow/tfjs-core';
import type { Head, LossDefinition } from '../loss-definition.ts';

export interface SoftmaxOptions {
  /** One learned number for each class. */
  readonly bias: boolean;
}

export const SOFTMAX: LossDefinition<SoftmaxOptions, Head> = {
  title: 'Softmax',
  formula: ['all: W_j·x + b_j, neither of unit length'],
  defaults: { bias: true },
  source: 'The baseline of all margin losses. Softmax over scaled cosines is CosFace with m = 0.',
  build: ({ bias }, classes) => {
    const biases = bias
      ? [{ name: 'softmax/bias', variable: tf.variable(tf.zeros([classes.length])), treatment: 'plain' as const }]
      : [];
    return {
      parameters: biases,
      observe: () => undefined,
      logits: ({ embeddings, weights }) =>
        biases.reduce<tf.Tensor2D>((sum, { variable }) => tf.add(sum, variable), tf.matMul(embeddings, weights)),
    };
  },
};
