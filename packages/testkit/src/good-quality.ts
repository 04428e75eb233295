import type { FaceQuality } from '@face-verify/core';

/** As an ordinary photograph has it. */
export const GOOD_QUALITY: FaceQuality = {
  insideImage: 1,
  luminanceMean: 130,
  overExposure: 0,
  dynamicRange: 170,
  blueOverRed: 0.6,
  noise: 0.3,
  sharpness: 0.17,
  plainShare: 0.15,
  eyeDarkness: 0.4,
  yawDegrees: 3,
  pitchDegrees: -4,
  relativeWidth: 1.1,
  presence: 0.99,
};
