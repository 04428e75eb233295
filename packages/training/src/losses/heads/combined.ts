import * as tf from '@tensorflow/tfjs-core';
import { withTarget } from '../identity-batch.ts';
import type { Head, LossDefinition } from '../loss-definition.ts';
import { type AngularMargin, marginCosine } from './angular-margin.ts';

export interface CombinedOptions extends AngularMargin {
  readonly scale: number;
}

export const COMBINED: LossDefinition<CombinedOptions, Head> = {
  title: 'Combined margin',
  formula: ['target: s·(cos(m1·θ_y + m2) − m3), guarded where m1·θ_y + m2 > π', 'others: s·c_j'],
  defaults: { scale: 64, m1: 1, m2: 0.3, m3: 0.2, guard: 'reflected' },
  source:
    'Deng et al., ArcFace, CVPR 2019; Chai et al., A Progressive Learning Framework, 2019, Eq. 3 and 4, whose exponent misses a bracket that Eq. 6 shows. Defaults: the ArcFace authors’ code.',
  build: combinedHead,
};

/** The head that ArcFace and CosFace are cases of. */
export function combinedHead({ scale, ...margin }: CombinedOptions): Head {
  return {
    parameters: [],
    observe: () => undefined,
    logits: (batch) => tf.mul(withTarget(batch, batch.cosines, marginCosine(batch.targetCosines, margin)), scale),
  };
}
