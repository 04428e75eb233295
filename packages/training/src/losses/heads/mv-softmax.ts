import * as tf from '@tensorflow/tfjs-core';
import type { Head, LossDefinition } from '../loss-definition.ts';
import { marginCosine } from './angular-margin.ts';
import { type NegativeWeight, supportVectorCosines } from './support-vector.ts';

export interface MvSoftmaxOptions {
  readonly scale: number;
  /** `additive`: c_y − m, as CosFace. `angular`: cos(θ_y + m), as ArcFace. */
  readonly kind: 'additive' | 'angular';
  readonly margin: number;
  readonly t: number;
  readonly weight: NegativeWeight;
}

export const MV_SOFTMAX: LossDefinition<MvSoftmaxOptions, Head> = {
  title: 'MV-softmax',
  formula: [
    'target: T = s·(c_y − m) (additive) or s·cos(θ_y + m) (angular)',
    'others: s·(t·c_j + t − 1) (adaptive) or s·(c_j + t − 1) (fixed) where s·c_j > T, otherwise s·c_j',
  ],
  defaults: { scale: 64, kind: 'additive', margin: 0.35, t: 1.2, weight: 'adaptive' },
  source: 'Wang et al., Mis-classified Vector Guided Softmax Loss, AAAI 2020. The authors’ code keeps t − 1 = 0.2.',
  build: ({ scale, kind, margin, t, weight }) => {
    const angular = { m1: 1, m2: kind === 'angular' ? margin : 0, m3: kind === 'additive' ? margin : 0 };
    return {
      parameters: [],
      observe: () => undefined,
      logits: (batch) => {
        const target = marginCosine(batch.targetCosines, { ...angular, guard: 'linear' });
        return tf.mul(supportVectorCosines(batch, target, t, weight), scale);
      },
    };
  },
};
