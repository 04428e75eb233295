import type { Box, FaceDetection } from '@face-verify/core';

/** Boxes that share this much of the smaller one are the same face, seen in two looks. */
const SAME_FACE_OVERLAP = 0.4;

/**
 * Of each face that was seen in several looks the surest, the surest face first. One look sees a face once: what it
 * sees apart stays apart, however much of it another face covers.
 *
 * @param looks - the faces of each look
 */
export function keepBestFaces(looks: readonly (readonly FaceDetection[])[]): readonly FaceDetection[] {
  const seen = looks.flatMap((faces, look) => faces.map((face) => ({ face, look })));
  const kept: { readonly face: FaceDetection; readonly looks: Set<number> }[] = [];
  for (const { face, look } of seen.toSorted((a, b) => b.face.score - a.face.score)) {
    const same = kept.find((best) => !best.looks.has(look) && isSameFace(best.face, face));
    if (same) same.looks.add(look);
    else kept.push({ face, looks: new Set([look]) });
  }
  return kept.map(({ face }) => face);
}

/** Whether what two looks saw can be one face. */
export function isSameFace(a: FaceDetection, b: FaceDetection): boolean {
  return overlap(a.box, b.box) > SAME_FACE_OVERLAP;
}

/** Shared area of two boxes, as a share of the smaller one's. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - Math.max(a.xPx, b.xPx);
  const height = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - Math.max(a.yPx, b.yPx);
  const smaller = Math.min(a.widthPx * a.heightPx, b.widthPx * b.heightPx);
  return (Math.max(0, width) * Math.max(0, height)) / smaller;
}
