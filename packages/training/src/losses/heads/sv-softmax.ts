import * as tf from '@tensorflow/tfjs-core';
import type { Head, LossDefinition } from '../loss-definition.ts';
import { supportVectorCosines } from './support-vector.ts';

export interface SvSoftmaxOptions {
  readonly scale: number;
  readonly t: number;
}

export const SV_SOFTMAX: LossDefinition<SvSoftmaxOptions, Head> = {
  title: 'SV-softmax',
  formula: ['target: s·c_y', 'others: s·(t·c_j + t − 1) where c_j > c_y, otherwise s·c_j'],
  defaults: { scale: 64, t: 1.2 },
  source: 'Wang et al., Support Vector Guided Softmax Loss, 2018. t: the authors’ code.',
  build: ({ scale, t }) => ({
    parameters: [],
    observe: () => undefined,
    logits: (batch) => tf.mul(supportVectorCosines(batch, batch.targetCosines, t), scale),
  }),
};
