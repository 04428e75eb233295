import { coarseTransform, type FaceDetection, type FacePoints, type RgbaImage } from '@face-verify/core';
import { findFacePoints, LANDMARK_INPUT, type Look } from '@face-verify/nets';

/**
 * Finds the points of a face, from the four rough ones of a detection.
 *
 * @returns in pixels of `image`
 * @throws {FaceVerifyError} `geometry-degenerate` where points coincide
 */
export function locateFacePoints(image: RgbaImage, face: FaceDetection, look: Look): Promise<FacePoints> {
  const { sizePx, faceFraction } = LANDMARK_INPUT;
  return findFacePoints(image, coarseTransform(face, sizePx, faceFraction), look);
}
