import * as tf from '@tensorflow/tfjs-core';
import type { Head, LossDefinition } from '../loss-definition.ts';
import { marginCosine } from './angular-margin.ts';
import { COMBINED, type CombinedOptions } from './combined.ts';
import { supportVectorCosines } from './support-vector.ts';
import { SV_SOFTMAX } from './sv-softmax.ts';

export interface SvgsOptions extends CombinedOptions {
  readonly t: number;
}

export const SVGS: LossDefinition<SvgsOptions, Head> = {
  title: 'SVGS: SV-softmax with the combined margin',
  formula: [
    'target: T = s·(cos(m1·θ_y + m2) − m3), guarded where m1·θ_y + m2 > π',
    'others: s·(t·c_j + t − 1) where s·c_j > T, otherwise s·c_j',
  ],
  defaults: { ...COMBINED.defaults, t: SV_SOFTMAX.defaults.t },
  source: 'Chai et al., A Progressive Learning Framework, 2019, Eq. 5 and 6. Defaults: those of the two that it joins.',
  build: ({ scale, t, ...margin }) => ({
    parameters: [],
    observe: () => undefined,
    logits: (batch) => tf.mul(supportVectorCosines(batch, marginCosine(batch.targetCosines, margin), t), scale),
  }),
};
