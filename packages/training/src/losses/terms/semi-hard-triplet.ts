import * as tf from '@tensorflow/tfjs-core';
import { pick } from '../identity-batch.ts';
import type { LossDefinition, Term } from '../loss-definition.ts';
import { semiHardTriplets, squaredDistances } from '../semi-hard.ts';
import type { TermOptions } from './term-options.ts';

export interface SemiHardTripletOptions extends TermOptions {
  /** In squared distance of unit vectors. */
  readonly margin: number;
}

export const SEMI_HARD_TRIPLET: LossDefinition<SemiHardTripletOptions, Term> = {
  title: 'Triplets, semi-hard',
  formula: [
    'mean over the mined triplets of d_ap − d_an + α, d squared distances of unit vectors',
    'mined: for each pair of one class the nearest n of another with d_ap < d_an < d_ap + α',
  ],
  defaults: { weight: 1, margin: 0.3 },
  source:
    'Schroff et al., FaceNet, CVPR 2015; Chai et al., A Progressive Learning Framework, 2019, which mines and does not say what the mined samples are for: they feed this term or the semi-hard weighting. α: common code; weight: ours.',
  build:
    ({ margin }) =>
    ({ units, labels }) => {
      const distances = squaredDistances(units);
      const triplets = semiHardTriplets(distances, labels, margin);
      if (triplets === undefined) return tf.scalar(0);
      const { anchors, positives, negatives } = triplets;
      const rows: tf.Tensor2D = tf.matMul(anchors, distances); // [T, N]
      const found = tf.sum(negatives, 1, true);
      const losses = tf.mul(found, tf.add(tf.sub(pick(rows, positives), pick(rows, negatives)), margin));
      return tf.div(tf.sum(losses), tf.maximum(1, tf.sum(found)));
    },
};
