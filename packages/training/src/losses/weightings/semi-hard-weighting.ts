import * as tf from '@tensorflow/tfjs-core';
import type { LossDefinition, Weighting } from '../loss-definition.ts';
import { semiHardTriplets, squaredDistances } from '../semi-hard.ts';
import { withoutGradient } from '../without-gradient.ts';

export interface SemiHardWeightingOptions {
  /** In squared distance of unit vectors. */
  readonly margin: number;
  /** How many times a picture counts whose pair has a semi-hard negative. */
  readonly factor: number;
}

export const SEMI_HARD_WEIGHTING: LossDefinition<SemiHardWeightingOptions, Weighting> = {
  title: 'Semi-hard weighting',
  formula: ['weight of a picture: factor where it is anchor or positive of a mined triplet, otherwise 1'],
  defaults: { margin: 0.3, factor: 2 },
  source:
    'Chai et al., A Progressive Learning Framework, 2019, which mines and does not say what the mined samples are for: they feed this weighting or the triplet term. Factor: ours.',
  build:
    ({ margin, factor }) =>
    ({ units, labels }) =>
      withoutGradient([units], (rows) => {
        const triplets = semiHardTriplets(squaredDistances(rows), labels, margin);
        if (triplets === undefined) return tf.ones([labels.length, 1]) as tf.Tensor2D;
        const found = tf.sum(triplets.negatives, 1, true); // [T, 1]
        const pairs = tf.add(triplets.anchors, triplets.positives);
        const times = tf.minimum(1, tf.matMul(pairs, found, true, false)); // [N, 1]
        return tf.add(1, tf.mul(times, factor - 1)) as tf.Tensor2D;
      }),
};
