import { alignmentLandmarks, type FacePoints } from '../face-points.ts';
import { centroid, distance } from '../geometry.ts';

/**
 * What moves in a face, of one frame. Lids and lips are measured against the distance from the eyes to the corners of the
 * mouth: a picture that is tilted or turned shortens both alike.
 */
export interface FaceMotion {
  /** Distance of the lids, of the eye that is further open: about 0.13, closed below 0.07. */
  readonly eyeOpenness: number;
  /** Distance of the lips' inner edges: about 0.05 closed, above 0.25 wide open. */
  readonly mouthOpenness: number;
  /** Positive where the face is turned to the right edge of the image: to the person's own left. */
  readonly yawDegrees: number;
}

/** Reads the motion off a face's points. */
export function faceMotion(points: FacePoints, yawDegrees: number): FaceMotion {
  const { leftEye, rightEye, leftMouthCorner, rightMouthCorner } = alignmentLandmarks(points);
  const height = distance(centroid([leftEye, rightEye]), centroid([leftMouthCorner, rightMouthCorner]));
  const left = distance(points.leftUpperLid, points.leftLowerLid);
  const right = distance(points.rightUpperLid, points.rightLowerLid);
  return {
    eyeOpenness: Math.max(left, right) / height,
    mouthOpenness: distance(points.upperLipInner, points.lowerLipInner) / height,
    yawDegrees,
  };
}
