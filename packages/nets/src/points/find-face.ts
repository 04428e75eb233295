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
import { POINT_INPUT } from './face-point-net.ts';
import { readFace, type SeenFace } from './read-face.ts';

/** The point network, over one image of {@link POINT_INPUT}'s size. @returns its outputs, one row */
export type Look = (input: RgbImage) => Promise<ArrayLike<number>>;

/**
 * Finds the points of a face in two looks: the first as straight as the face was given, the second as straight as the
 * first has found it, which is what the network has learned most of. What the second sees is returned; where there is no
 * face it still gives points, and a low presence.
 *
 * @param roughly - takes pixels of `image` to the network's input, as `coarseTransform` does
 * @returns its points in pixels of `image`
 * @throws {FaceVerifyError} `geometry-degenerate` where the points of the first look coincide
 */
export async function findFace(image: PixelImage, roughly: SimilarityTransform, look: Look): Promise<SeenFace> {
  const { sizePx } = POINT_INPUT;
  const lookAlong = async (toInput: SimilarityTransform): Promise<SeenFace> => {
    const seen = readFace(await look(warpImage(image, toInput, sizePx)));
    return { ...seen, points: transformFacePoints(seen.points, invertTransform(toInput)) };
  };
  const { points } = await lookAlong(roughly);
  return lookAlong(straightAlong(points));
}

/**
 * Takes pixels of the image that points were found in to the network's input, so that the face stands straight there.
 *
 * @throws {FaceVerifyError} `geometry-degenerate` where the points coincide
 */
export function straightAlong(points: FacePoints): SimilarityTransform {
  const { sizePx, faceFraction } = POINT_INPUT;
  return composeTransforms(templateToInput(sizePx, faceFraction), alignmentTransform(alignmentLandmarks(points)));
}
