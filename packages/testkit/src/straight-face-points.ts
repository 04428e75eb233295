import { type FacePoints, FIVE_POINT_TEMPLATE, type Point } from '@face-verify/core';

const { leftEye, rightEye, noseTip, leftMouthCorner, rightMouthCorner } = FIVE_POINT_TEMPLATE;
const beside = ({ x, y }: Point, dx: number, dy: number): Point => ({ x: x + dx, y: y + dy });

/** A face that lies just as the template, in aligned pixels, with its other points where ordinary faces have them. */
export const STRAIGHT_FACE_POINTS: FacePoints = {
  leftEyeOuterCorner: beside(leftEye, -8, 0),
  leftEyeInnerCorner: beside(leftEye, 8, 0),
  leftUpperLid: beside(leftEye, 0, -2.5),
  leftLowerLid: beside(leftEye, 0, 2.5),
  rightEyeInnerCorner: beside(rightEye, -8, 0),
  rightEyeOuterCorner: beside(rightEye, 8, 0),
  rightUpperLid: beside(rightEye, 0, -2.5),
  rightLowerLid: beside(rightEye, 0, 2.5),
  noseTip,
  leftMouthCorner,
  rightMouthCorner,
  upperLipOuter: { x: 56, y: 88.5 },
  upperLipInner: { x: 56, y: 92 },
  lowerLipInner: { x: 56, y: 95 },
  lowerLipOuter: { x: 56, y: 101 },
  forehead: { x: 56, y: 22 },
  chin: { x: 56, y: 119 },
};
