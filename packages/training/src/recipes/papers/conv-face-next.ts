import { FLIP_ONLY } from './augmentations.ts';
import { PAPER_SGD } from './paper-sgd.ts';
import type { Recipe } from './recipe.ts';

/** Pictures of UMDFaces, 8,277 identities. */
const EPOCH = 367_888;
/** A cycle of 16 epochs, one at the floor, a cycle of 32 that starts half as high. */
const EPOCHS = 49;

/**
 * ConvFaceNeXt (Hoo et al., Mathematics 2022). "Cosine, initial 0.1, decreased factor 0.5" and 49 epochs are read as
 * the warm restarts of the code base it builds on; margin, scale and guard are that code base's too.
 */
export const CONV_FACE_NEXT_RECIPE: Recipe = {
  name: 'convfacenext-identities',
  loss: { head: { name: 'arcface', guard: 'reflected' } },
  sampler: { kind: 'shuffled' },
  augmentation: FLIP_ONLY,
  minimumCrops: 1,
  optimizer: PAPER_SGD,
  schedule: (pictures) => ({
    warmUpPictures: 0,
    shape: {
      kind: 'cosine-restarts',
      firstPictures: Math.round((pictures * 16) / EPOCHS),
      longer: 2,
      lower: 0.5,
      restPictures: Math.round(pictures / EPOCHS),
    },
  }),
  floor: 1e-4,
  full: {
    architecture: 'ConvFaceNeXt_PS',
    set: 'umdfaces',
    pictures: EPOCHS * EPOCH,
    batch: 256,
    peakRate: 0.1,
  },
};
