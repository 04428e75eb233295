import { coarseTransform, type FaceDetection, type FacePoints, type RgbaImage } from '@face-verify/core';
import { findFacePoints, LANDMARK_INPUT } from '@face-verify/nets';
import type { NetworkRunner } from '../networks/network-runner.ts';

/**
 * Finds the points of a face, from the four rough ones of a detection.
 *
 * @returns in pixels of `image`
 * @throws {FaceVerifyError} `geometry-degenerate` where points coincide
 */
export function locateFacePoints(image: RgbaImage, face: FaceDetection, network: NetworkRunner): Promise<FacePoints> {
  const { sizePx, faceFraction } = LANDMARK_INPUT;
  return findFacePoints(image, coarseTransform(face, sizePx, faceFraction), (input) => network.run(input));
}
