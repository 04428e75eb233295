import { FLIP_ONLY } from './augmentations.ts';
import { PAPER_SGD } from './paper-sgd.ts';
import type { Recipe } from './recipe.ts';

const BATCH = 1024;
const STEPS = 100_000;

/**
 * MobiFace (Duong et al. 2018): 100,000 steps on a refined MS-Celeb-1M (3.8 M pictures, 85,000 identities), the rate
 * divided by 10 at 40,000, 60,000 and 80,000. The loss, which the paper does not name, is ours.
 */
export const MOBI_FACE_RECIPE: Recipe = {
  name: 'mobiface',
  loss: { head: { name: 'arcface' } },
  sampler: { kind: 'shuffled' },
  augmentation: FLIP_ONLY,
  minimumCrops: 1,
  optimizer: PAPER_SGD,
  schedule: (pictures) => ({
    warmUpPictures: 0,
    shape: { kind: 'steps', atPictures: [0.4, 0.6, 0.8].map((share) => Math.round(share * pictures)), factor: 0.1 },
  }),
  floor: 0,
  full: { architecture: 'MobiFace', set: 'ms-celeb-1m-refined', pictures: STEPS * BATCH, batch: BATCH, peakRate: 0.1 },
};
