/**
 * Vertices of the head with a known anatomical place, found by geometry: `head-landmarks.test.ts` checks each
 * against the mesh (corners are the ends of the eye openings, the nose tip is the foremost vertex, and so on).
 * Left and right are the image's.
 */
export const HEAD_LANDMARKS = {
  leftEyeCorners: [1507, 1528],
  rightEyeCorners: [3742, 3721],
  noseTip: 4857,
  noseBridge: 978,
  leftTemple: 1225,
  rightTemple: 3443,
  leftMouthCorner: 5708,
  rightMouthCorner: 6213,
  /** The vermilion border, once around, from the left corner over the upper lip. */
  outerLips: [5708, 5695, 2081, 0, 4275, 6200, 6213, 6346, 6461, 5518, 5957, 5841],
} as const;
