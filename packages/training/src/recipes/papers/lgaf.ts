import { LOW_QUALITY } from './augmentations.ts';
import { PAPER_SGD } from './paper-sgd.ts';
import type { Recipe } from './recipe.ts';

/** Pictures of MS1MV2, 85,000 identities. */
const EPOCH = 5_800_000;
/** Of AdaFace, whose schedule the paper follows. */
const EPOCHS = 26;

/** LGAF (Yu and Wei): the rate divided by 10 at epochs 12, 20 and 24. The batch, which the paper leaves open, is AdaFace's. */
export const LGAF_RECIPE: Recipe = {
  name: 'lgaf',
  loss: { head: { name: 'arcface', margin: 0.4 } },
  sampler: { kind: 'shuffled' },
  augmentation: LOW_QUALITY,
  minimumCrops: 1,
  optimizer: PAPER_SGD,
  schedule: (pictures) => ({
    warmUpPictures: 0,
    shape: {
      kind: 'steps',
      atPictures: [12, 20, 24].map((epoch) => Math.round((epoch / EPOCHS) * pictures)),
      factor: 0.1,
    },
  }),
  floor: 0,
  full: { architecture: 'iresnet100+LGAF', set: 'ms1mv2', pictures: EPOCHS * EPOCH, batch: 512, peakRate: 0.1 },
};
