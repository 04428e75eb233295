import * as tf from '@tensorflow/tfjs-core';
import { type IdentityBatch, oneHotRows } from '../identity-batch.ts';
import type { LossDefinition, Term } from '../loss-definition.ts';
import type { TermOptions } from './term-options.ts';

export interface InterClassOptions extends TermOptions {
  /** Which centres look for their nearest: those of `all` classes, or, where there are many, of the `batch`. */
  readonly rows: 'all' | 'batch';
}

/** Keeps a centre from being its own nearest. */
const FAR_BELOW = 1e9;

export const INTER_CLASS: LossDefinition<InterClassOptions, Term> = {
  title: 'Inter',
  formula: ['mean over the classes i of max_{j≠i} W_i·W_j, of unit length'],
  defaults: { weight: 1, rows: 'all' },
  source:
    'Chai et al., A Progressive Learning Framework, 2019, Eq. 8; weight: ours, the paper has none; `batch` rows: ours, for many classes.',
  build:
    ({ rows }) =>
    (batch) => {
      const { centres } = batch;
      const own = oneHotRows(rows === 'batch' ? [...new Set(batch.labels)] : allClasses(batch), centres.shape[0]);
      const cosines = tf.matMul(rows === 'batch' ? tf.matMul(own, centres) : centres, centres, false, true);
      return tf.mean(tf.max(tf.sub(cosines, tf.mul(own, FAR_BELOW)), 1));
    },
};

function allClasses({ centres }: IdentityBatch): readonly number[] {
  return Array.from({ length: centres.shape[0] }, (_, i) => i);
}
