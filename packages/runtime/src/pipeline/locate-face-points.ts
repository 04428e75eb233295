import { coarseTransform, type FaceDetection, type RgbaImage } from '@face-verify/core';
import { findFace, type Look, POINT_INPUT, type SeenFace } from '@face-verify/nets';

/**
 * Finds the points of a face, from the four rough ones of a detection, and what else the network sees of it.
 *
 * @returns points in pixels of `image`
 * @throws {FaceVerifyError} `geometry-degenerate` where points coincide
 */
export function locateFacePoints(image: RgbaImage, face: FaceDetection, look: Look): Promise<SeenFace> {
  const { sizePx, faceFraction } = POINT_INPUT;
  return findFace(image, coarseTransform(face, sizePx, faceFraction), look);
}
