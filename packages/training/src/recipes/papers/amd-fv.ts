import { PATCHED } from './augmentations.ts';
import { PAPER_SGD } from './paper-sgd.ts';
import type { Recipe } from './recipe.ts';

/** Pictures of MS1MV2, 85,000 identities. */
const EPOCH = 5_800_000;
/** Ours: the paper says how long the warm-up is, 5 epochs, and not how long the rest. */
const EPOCHS = 25;

/**
 * AMD-FV (Khan et al. 2025): linear warm-up, then a cosine from 0.1 to 1e-6, label smoothing 0.1,
 * gradients clipped to a norm of 5. Not here, since the trainer has no such thing: paths dropped at 0.2, mean subtraction.
 */
export const AMD_FV_RECIPE: Recipe = {
  name: 'amd-fv',
  loss: { head: { name: 'aml' }, labelSmoothing: 0.1 },
  sampler: { kind: 'shuffled' },
  augmentation: PATCHED,
  minimumCrops: 1,
  optimizer: PAPER_SGD,
  gradientLimit: 5,
  schedule: (pictures) => ({ warmUpPictures: Math.round((5 / EPOCHS) * pictures) }),
  floor: 1e-5,
  full: { architecture: 'DPN+68', set: 'ms1mv2', pictures: EPOCHS * EPOCH, batch: 128, peakRate: 0.1 },
};
