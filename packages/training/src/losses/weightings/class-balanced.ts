import * as tf from '@tensorflow/tfjs-core';
import type { LossDefinition, Weighting } from '../loss-definition.ts';

export interface ClassBalancedOptions {
  /** In [0, 1): 0 weighs all classes alike, near 1 by the inverse of their pictures. */
  readonly beta: number;
  /** Scales the weights so that their mean over the classes is 1. */
  readonly normalised: boolean;
}

export const CLASS_BALANCED: LossDefinition<ClassBalancedOptions, Weighting> = {
  title: 'Class-balanced',
  formula: [
    'weight of a picture: (1 − β) / (1 − β^n), n the pictures of its class; normalised: times C / Σ of all weights',
  ],
  defaults: { beta: 0.9999, normalised: true },
  source:
    'Cui et al., Class-Balanced Loss, CVPR 2019; Chai et al., A Progressive Learning Framework, 2019, Eq. 9, printed without its minus sign and without β. Normalised as Cui et al.’s code.',
  build: (options, classes) => {
    const weights = classBalancedWeights(classes, options);
    return ({ labels }) =>
      tf.tensor2d(
        labels.map((label) => weights[label] as number),
        [labels.length, 1],
      );
  },
};

/** @param classes - how many pictures each class has, at least 1 */
export function classBalancedWeights(
  classes: readonly number[],
  { beta, normalised }: ClassBalancedOptions,
): readonly number[] {
  const weights = classes.map((count) => (1 - beta) / (1 - beta ** count));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return normalised ? weights.map((weight) => weight / mean) : weights;
}
