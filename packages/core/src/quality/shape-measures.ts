import { alignmentTransform, FIVE_POINT_TEMPLATE } from '../alignment.ts';
import { type FiveLandmarks, landmarkList } from '../face.ts';
import { applyTransform, centroid, distance, scaleOf } from '../geometry.ts';

/** Tangent of the yaw for each eye distance by which the nose is off the middle: 0.3 is about 30°. */
const YAW_TANGENT = 1.92;

/**
 * How wide a face is for its height, 1 for the template: eye distance over that between eyes and mouth. What a turned
 * head takes from the width is given back, by how far the nose is off the middle.
 *
 * @throws {FaceVerifyError} `geometry-degenerate` where the points coincide
 */
export function relativeWidth(landmarks: FiveLandmarks): number {
  const transform = alignmentTransform(landmarks);
  const [eyes, mouth] = [middleOfEyes(landmarks), middleOfMouth(landmarks)];
  const eyeDistance = distance(landmarks.leftEye, landmarks.rightEye);
  const [nose, middle] = [landmarks.noseTip, centroid([eyes, mouth])].map(
    (point) => applyTransform(transform, point).x,
  );
  const offMiddle = ((nose as number) - (middle as number)) / (scaleOf(transform) * eyeDistance);
  const turned = Math.hypot(1, YAW_TANGENT * offMiddle);
  return (eyeDistance / distance(eyes, mouth) / TEMPLATE_WIDTH) * turned;
}

/** How far the outermost of the five points lies inside the image, in eye distances; negative outside. */
export function insideImage(
  landmarks: FiveLandmarks,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): number {
  const margins = landmarkList(landmarks).flatMap(({ x, y }) => [x, y, widthPx - 1 - x, heightPx - 1 - y]);
  return Math.min(...margins) / distance(landmarks.leftEye, landmarks.rightEye);
}

const TEMPLATE_WIDTH =
  distance(FIVE_POINT_TEMPLATE.leftEye, FIVE_POINT_TEMPLATE.rightEye) /
  distance(middleOfEyes(FIVE_POINT_TEMPLATE), middleOfMouth(FIVE_POINT_TEMPLATE));

function middleOfEyes({ leftEye, rightEye }: FiveLandmarks) {
  return centroid([leftEye, rightEye]);
}

function middleOfMouth({ leftMouthCorner, rightMouthCorner }: FiveLandmarks) {
  return centroid([leftMouthCorner, rightMouthCorner]);
}
