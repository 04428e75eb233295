import {
  applyTransform,
  coarseTransform,
  type FaceDetection,
  type FiveLandmarks,
  invertTransform,
  landmarksFromPoints,
  type Point,
  type RgbaImage,
  warpImage,
} from '@face-verify/core';
import { LANDMARK_INPUT, landmarkPointsFromOutput } from '@face-verify/nets';
import type { NetworkRunner } from '../networks/network-runner.ts';

/**
 * Finds the five points that alignment needs, from the four rough ones of a detection.
 *
 * @returns in pixels of `image`
 * @throws {FaceVerifyError} `geometry-degenerate` where the detection's points coincide
 */
export async function locateLandmarks(
  image: RgbaImage,
  face: FaceDetection,
  network: NetworkRunner,
): Promise<FiveLandmarks> {
  const { sizePx, faceFraction } = LANDMARK_INPUT;
  const toInput = coarseTransform(face, sizePx, faceFraction);
  const output = await network.run(warpImage(image, toInput, sizePx));
  const toImage = invertTransform(toInput);
  const points = landmarkPointsFromOutput(output).map((point) => applyTransform(toImage, point));
  return landmarksFromPoints(points as [Point, Point, Point, Point, Point]);
}
