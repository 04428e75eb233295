import { coarseTransform, type FaceDetection, type FacePoints, type RgbaImage } from '@face-verify/core';
import { findFace, type Look, POINT_INPUT, type SeenFace, straightAlong } from '@face-verify/nets';

/**
 * Finds the points of a face, from the four rough ones of a detection or from where the points were before, and what
 * else the network sees of it.
 *
 * @returns points in pixels of `image`
 * @throws {FaceVerifyError} `geometry-degenerate` where points coincide
 */
export function locateFacePoints(image: RgbaImage, roughly: FaceDetection | FacePoints, look: Look): Promise<SeenFace> {
  const { sizePx, faceFraction } = POINT_INPUT;
  const toInput = 'box' in roughly ? coarseTransform(roughly, sizePx, faceFraction) : straightAlong(roughly);
  return findFace(image, toInput, look);
}
