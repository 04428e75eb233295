import type { AugmentationRanges } from '../../data/augment.ts';

/** A mirrored half, nothing else: ConvFaceNeXt, MobiFace, the progressive framework. */
export const FLIP_ONLY: AugmentationRanges = {
  shiftPx: 0,
  rotationDegrees: 0,
  scale: [1, 1],
  colour: 0,
  greyProbability: 0,
  resampleProbability: 0,
  motionBlurProbability: 0,
  occlusionProbability: 0,
};

/**
 * LGAF, as AdaFace: a fifth of the pictures each cut to a random box on black, reduced and enlarged, changed in light.
 * A rectangle over the face stands for the box, and the light always changes, by half as much.
 */
export const LOW_QUALITY: AugmentationRanges = {
  ...FLIP_ONLY,
  colour: 0.25,
  resampleProbability: 0.2,
  occlusionProbability: 0.2,
};

/** AMD-FV: brightness and contrast, and a patch of up to 15 % of the face; how often, the paper does not say. */
export const PATCHED: AugmentationRanges = { ...FLIP_ONLY, colour: 0.2, occlusionProbability: 0.5 };
