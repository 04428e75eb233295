import * as tf from '@tensorflow/tfjs-core';
import { angleOf } from '../angle.ts';
import type { LossDefinition, Term } from '../loss-definition.ts';
import type { TermOptions } from './term-options.ts';

export const INTRA_CLASS: LossDefinition<TermOptions, Term> = {
  title: 'Intra',
  formula: ['mean of θ_y, radians'],
  defaults: { weight: 1 },
  source: 'Chai et al., A Progressive Learning Framework, 2019, Eq. 7; weight: ours, the paper has none.',
  build:
    () =>
    ({ targetCosines }) =>
      tf.mean(angleOf(targetCosines)),
};
