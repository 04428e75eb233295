import { type CaptureRefusal, distance, type FaceDetection } from '@face-verify/core';

/**
 * A second face of at least this share of the largest one's area (0.39 of its width) could be meant as well.
 * Smaller ones are people, posters or dolls behind the subject.
 */
const MIN_RIVAL_AREA_SHARE = 0.15;

/** Between the eyes; an aligned face has 35 px, so a smaller one would be enlarged more than twice. */
const MIN_EYE_DISTANCE_PX = 16;

/** The face that a photograph is of, or why that cannot be said. */
export type FaceChoice =
  | { readonly outcome: 'chosen'; readonly face: FaceDetection }
  | { readonly outcome: 'refused'; readonly reason: CaptureRefusal };

/**
 * The largest face, unless there is none (`no-face`), another comes near it in size (`multiple-faces`), or it is too
 * small to tell people apart (`face-too-small`). Never the one that would fit best: a bystander must not match.
 */
export function chooseFace(faces: readonly FaceDetection[]): FaceChoice {
  const [largest, second] = faces.toSorted((a, b) => area(b) - area(a));
  if (largest === undefined) return { outcome: 'refused', reason: 'no-face' };
  if (second && area(second) >= MIN_RIVAL_AREA_SHARE * area(largest)) {
    return { outcome: 'refused', reason: 'multiple-faces' };
  }
  if (!(distance(largest.leftEye, largest.rightEye) >= MIN_EYE_DISTANCE_PX)) {
    return { outcome: 'refused', reason: 'face-too-small' };
  }
  return { outcome: 'chosen', face: largest };
}

function area({ box }: FaceDetection): number {
  return box.widthPx * box.heightPx;
}
