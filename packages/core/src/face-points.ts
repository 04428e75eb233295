import type { FiveLandmarks } from './face.ts';
import { applyTransform, centroid, type Point, type SimilarityTransform } from './geometry.ts';

/**
 * The points that are found in a face, in the order in which arrays hold them. Left and right are the image's, not the
 * person's.
 */
export const FACE_POINT_NAMES = [
  'leftEyeOuterCorner',
  'leftEyeInnerCorner',
  'leftUpperLid',
  'leftLowerLid',
  'rightEyeInnerCorner',
  'rightEyeOuterCorner',
  'rightUpperLid',
  'rightLowerLid',
  'noseTip',
  'leftMouthCorner',
  'rightMouthCorner',
  'upperLipOuter',
  'upperLipInner',
  'lowerLipInner',
  'lowerLipOuter',
  'forehead',
  'chin',
] as const;

export type FacePointName = (typeof FACE_POINT_NAMES)[number];

/** Where each of them lies, in pixels of the image that it was found in. */
export type FacePoints = Readonly<Record<FacePointName, Point>>;

/** The points that a function gives for each name. */
export function facePoints(pointOf: (name: FacePointName, index: number) => Point): FacePoints {
  return Object.fromEntries(FACE_POINT_NAMES.map((name, i) => [name, pointOf(name, i)])) as Record<
    FacePointName,
    Point
  >;
}

export function transformFacePoints(points: FacePoints, transform: SimilarityTransform): FacePoints {
  return facePoints((name) => applyTransform(transform, points[name]));
}

/** The five points that alignment needs; an eye is the middle of its corners, which stay where they are when it closes. */
export function alignmentLandmarks(points: FacePoints): FiveLandmarks {
  return {
    leftEye: centroid([points.leftEyeOuterCorner, points.leftEyeInnerCorner]),
    rightEye: centroid([points.rightEyeInnerCorner, points.rightEyeOuterCorner]),
    noseTip: points.noseTip,
    leftMouthCorner: points.leftMouthCorner,
    rightMouthCorner: points.rightMouthCorner,
  };
}
