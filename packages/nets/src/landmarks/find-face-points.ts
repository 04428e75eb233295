import {
  alignmentLandmarks,
  alignmentTransform,
  composeTransforms,
  type FacePoints,
  invertTransform,
  type PixelImage,
  type RgbImage,
  type SimilarityTransform,
  templateToInput,
  transformFacePoints,
  warpImage,
} from '@face-verify/core';
import { facePointsFromOutput, LANDMARK_INPUT } from './face-point-net.ts';

/** The landmark network, over one picture of {@link LANDMARK_INPUT}'s size. @returns its output, one row */
export type Look = (input: RgbImage) => Promise<ArrayLike<number>>;

/**
 * Finds the points of a face in two looks: the first as straight as the face was given, the second as straight as the
 * first has found it, which is what the network has learned most of.
 *
 * @param roughly - takes pixels of `image` to the network's input, as `coarseTransform` does
 * @returns in pixels of `image`
 * @throws {FaceVerifyError} `geometry-degenerate` where the points of the first look coincide
 */
export async function findFacePoints(image: PixelImage, roughly: SimilarityTransform, look: Look): Promise<FacePoints> {
  const { sizePx, faceFraction } = LANDMARK_INPUT;
  const lookAlong = async (toInput: SimilarityTransform) =>
    transformFacePoints(facePointsFromOutput(await look(warpImage(image, toInput, sizePx))), invertTransform(toInput));
  const found = await lookAlong(roughly);
  return lookAlong(
    composeTransforms(templateToInput(sizePx, faceFraction), alignmentTransform(alignmentLandmarks(found))),
  );
}
