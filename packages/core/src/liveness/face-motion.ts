import { alignmentLandmarks, type FacePoints } from '../face-points.ts';
import { distance } from '../geometry.ts';

/** What moves in a face, of one frame. */
export interface FaceMotion {
  /** Distance of the lids over the width of the eye, of the eye that is further open. About 0.3 to 0.4, below 0.15 closed. */
  readonly eyeOpenness: number;
  /** Distance of the lips' inner edges over the distance of the eyes: about 0.05 closed, above 0.3 wide open. */
  readonly mouthOpenness: number;
  /** Positive where the face is turned to the right edge of the image: to the person's own left. */
  readonly yawDegrees: number;
}

/** Reads the motion off a face's points. Both openings are ratios of distances within the face, so nearness does not count. */
export function faceMotion(points: FacePoints, yawDegrees: number): FaceMotion {
  const { leftEye, rightEye } = alignmentLandmarks(points);
  const left =
    distance(points.leftUpperLid, points.leftLowerLid) / distance(points.leftEyeOuterCorner, points.leftEyeInnerCorner);
  const right =
    distance(points.rightUpperLid, points.rightLowerLid) /
    distance(points.rightEyeInnerCorner, points.rightEyeOuterCorner);
  return {
    eyeOpenness: Math.max(left, right),
    mouthOpenness: distance(points.upperLipInner, points.lowerLipInner) / distance(leftEye, rightEye),
    yawDegrees,
  };
}
