import * as tf from '@tensorflow/tfjs-core';
import { withTarget } from '../identity-batch.ts';
import type { Head, LossDefinition } from '../loss-definition.ts';

export interface CosFaceOptions {
  readonly scale: number;
  readonly margin: number;
}

export const COS_FACE: LossDefinition<CosFaceOptions, Head> = {
  title: 'CosFace',
  formula: ['target: s·(c_y − m)', 'others: s·c_j'],
  defaults: { scale: 64, margin: 0.35 },
  source: 'Wang et al., CosFace, CVPR 2018. LGAF sets m = 0.4.',
  build: ({ scale, margin }) => ({
    parameters: [],
    observe: () => undefined,
    logits: (batch) => tf.mul(withTarget(batch, batch.cosines, tf.sub(batch.targetCosines, margin)), scale),
  }),
};
