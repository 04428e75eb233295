import {
  coarseTransform,
  type FaceDetection,
  type FacePoints,
  invertTransform,
  type RgbaImage,
  transformFacePoints,
  warpImage,
} from '@face-verify/core';
import { facePointsFromOutput, LANDMARK_INPUT } from '@face-verify/nets';
import type { NetworkRunner } from '../networks/network-runner.ts';

/**
 * Finds the points of a face, from the four rough ones of a detection.
 *
 * @returns in pixels of `image`
 * @throws {FaceVerifyError} `geometry-degenerate` where the detection's points coincide
 */
export async function locateFacePoints(
  image: RgbaImage,
  face: FaceDetection,
  network: NetworkRunner,
): Promise<FacePoints> {
  const { sizePx, faceFraction } = LANDMARK_INPUT;
  const toInput = coarseTransform(face, sizePx, faceFraction);
  const output = await network.run(warpImage(image, toInput, sizePx));
  return transformFacePoints(facePointsFromOutput(output), invertTransform(toInput));
}
