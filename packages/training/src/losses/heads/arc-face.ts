import type { Head, LossDefinition } from '../loss-definition.ts';
import type { MarginGuard } from './angular-margin.ts';
import { combinedHead } from './combined.ts';

export interface ArcFaceOptions {
  readonly scale: number;
  /** Radians. */
  readonly margin: number;
  readonly guard: MarginGuard;
}

export const ARC_FACE: LossDefinition<ArcFaceOptions, Head> = {
  title: 'ArcFace',
  formula: ['target: s·cos(θ_y + m), guarded where θ_y + m > π', 'others: s·c_j'],
  defaults: { scale: 64, margin: 0.5, guard: 'linear' },
  source:
    'Deng et al., ArcFace, CVPR 2019. LGAF sets m = 0.4. Guards: `linear` is the ArcFace authors’, `reflected` that of ConvFaceNeXt’s code base.',
  build: ({ scale, margin, guard }) => combinedHead({ scale, m1: 1, m2: margin, m3: 0, guard }),
};
