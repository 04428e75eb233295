import { type AlignedFace, coarsePoints, type FaceDetection, type FiveLandmarks, landmarkList } from './face.ts';
import { composeTransforms, fitSimilarity, type SimilarityTransform, scaleOf } from './geometry.ts';
import { assertImage, type PixelImage } from './image.ts';
import { warpImage } from './warp.ts';

/** Side of an aligned face, in pixels. */
export const ALIGNED_SIZE_PX = 112;

/**
 * Where the five points come to lie in an aligned face, in pixels.
 * Origin: the 112×112 template of the ArcFace authors, the common one of the papers followed here.
 */
export const FIVE_POINT_TEMPLATE: FiveLandmarks = {
  leftEye: { x: 38.2946, y: 51.6963 },
  rightEye: { x: 73.5318, y: 51.5014 },
  noseTip: { x: 56.0252, y: 71.7366 },
  leftMouthCorner: { x: 41.5493, y: 92.3655 },
  rightMouthCorner: { x: 70.7299, y: 92.2041 },
};

/**
 * Names the arithmetic from a photograph's file to network input: how our decoder turns, shrinks and lays on white what
 * the browser decoded; in which looks the detector sees it, and which of its faces counts; where the point network
 * looks, and how often; the template, fit, filter and border of alignment. Part of every embedding's contract: change
 * it with any change that moves a pixel, and what was stored before is refused.
 */
export const PREPROCESSING_VERSION = 'two-looks-align5-2';

/** Takes source pixels to aligned pixels. @throws {FaceVerifyError} `geometry-degenerate` */
export function alignmentTransform(landmarks: FiveLandmarks): SimilarityTransform {
  return fitSimilarity(landmarkList(landmarks), landmarkList(FIVE_POINT_TEMPLATE));
}

/**
 * Warps a face to the standard place.
 *
 * @param image - the photograph that the landmarks were found in
 * @throws {FaceVerifyError} `geometry-degenerate` where the points coincide, `image-empty`
 */
export function alignFace(image: PixelImage, landmarks: FiveLandmarks): AlignedFace {
  assertImage(image);
  const transform = alignmentTransform(landmarks);
  return { image: warpImage(image, transform, ALIGNED_SIZE_PX), landmarks, scale: scaleOf(transform) };
}

/**
 * Takes source pixels to the point network's input, by the four points of a detection: the template shrunk
 * about its centre so that there is room for what the detector got wrong.
 *
 * @param sizePx - side of the network's input
 * @param faceFraction - share of the input's side that the 112 px template takes
 */
export function coarseTransform(face: FaceDetection, sizePx: number, faceFraction: number): SimilarityTransform {
  const toTemplate = fitSimilarity(coarsePoints(face), coarsePoints(FIVE_POINT_TEMPLATE));
  return composeTransforms(templateToInput(sizePx, faceFraction), toTemplate);
}

/** Takes aligned 112 px coordinates to the point network's input. */
export function templateToInput(sizePx: number, faceFraction: number): SimilarityTransform {
  const a = (sizePx * faceFraction) / ALIGNED_SIZE_PX;
  const centre = (ALIGNED_SIZE_PX - 1) / 2;
  const shift = (sizePx - 1) / 2 - a * centre;
  return { a, b: 0, tx: shift, ty: shift };
}
