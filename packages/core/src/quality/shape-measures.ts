import { type FiveLandmarks, landmarkList } from '../face.ts';
import { distance } from '../geometry.ts';
import { type FaceShape, widthFeatures } from './width-features.ts';
import { WIDTH_WEIGHTS } from './width-weights.ts';

/**
 * How wide a face is for its height, 1 as faces are on the whole: what a photograph of the wrong shape has stretched is
 * above or below. Between people it varies by about 6 %, babies are wider.
 *
 * @throws {FaceVerifyError} `geometry-degenerate` where the points coincide
 */
export function relativeWidth(shape: FaceShape): number {
  return Math.exp(widthFeatures(shape).reduce((sum, feature, i) => sum + feature * (WIDTH_WEIGHTS[i] as number), 0));
}

/** How far the outermost of the five points lies inside the image, in eye distances; negative outside. */
export function insideImage(
  landmarks: FiveLandmarks,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): number {
  const margins = landmarkList(landmarks).flatMap(({ x, y }) => [x, y, widthPx - 1 - x, heightPx - 1 - y]);
  return Math.min(...margins) / distance(landmarks.leftEye, landmarks.rightEye);
}
