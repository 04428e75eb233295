import type { Box, FaceDetection } from '@face-verify/core';

/** Boxes that share this much of the smaller one are the same face, seen in two looks. */
const SAME_FACE_OVERLAP = 0.4;

/** Of each face that was seen in several looks the surest, the surest face first. */
export function keepBestFaces(faces: readonly FaceDetection[]): readonly FaceDetection[] {
  const kept: FaceDetection[] = [];
  for (const face of faces.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some(({ box }) => overlap(box, face.box) > SAME_FACE_OVERLAP)) kept.push(face);
  }
  return kept;
}

/** Shared area of two boxes, as a share of the smaller one's. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - Math.max(a.xPx, b.xPx);
  const height = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - Math.max(a.yPx, b.yPx);
  const smaller = Math.min(a.widthPx * a.heightPx, b.widthPx * b.heightPx);
  return (Math.max(0, width) * Math.max(0, height)) / smaller;
}
