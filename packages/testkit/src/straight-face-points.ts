import { type FacePointName, type FacePoints, FIVE_POINT_TEMPLATE, facePoints, type Point } from '@face-verify/core';

const { leftEye, rightEye, noseTip, leftMouthCorner, rightMouthCorner } = FIVE_POINT_TEMPLATE;
const PLACES: Partial<Record<FacePointName, Point>> = {
  leftEyeOuterCorner: leftEye,
  leftEyeInnerCorner: leftEye,
  rightEyeInnerCorner: rightEye,
  rightEyeOuterCorner: rightEye,
  leftMouthCorner,
  rightMouthCorner,
};

/** A face that lies just as the template, in aligned pixels. Points that alignment does not use lie at the nose. */
export const STRAIGHT_FACE_POINTS: FacePoints = facePoints((name) => PLACES[name] ?? noseTip);
