import { type Box, centroid, type Point } from './geometry.ts';
import type { RgbImage } from './image.ts';

/**
 * The five landmarks, made of the 17 points: what a face is aligned by. Left and right
 * are the image's, not the person's: `leftEye` is the eye nearer to the left edge of an upright photograph.
 */
export interface FiveLandmarks {
  /** Middle of the eye's corners. */
  readonly leftEye: Point;
  readonly rightEye: Point;
  readonly noseTip: Point;
  readonly leftMouthCorner: Point;
  readonly rightMouthCorner: Point;
}

/** The order in which the landmarks are written into arrays. */
export const LANDMARK_ORDER = [
  'leftEye',
  'rightEye',
  'noseTip',
  'leftMouthCorner',
  'rightMouthCorner',
] as const satisfies readonly (keyof FiveLandmarks)[];

/** What a face detector can give: a box and four facial points, too coarse to align by. */
export interface FaceDetection {
  readonly box: Box;
  readonly leftEye: Point;
  readonly rightEye: Point;
  readonly noseTip: Point;
  readonly mouthCentre: Point;
  /** The detector's own score in [0, 1]; comparable only between detections of one detector. */
  readonly score: number;
}

/** A face at a standard place and size: 112×112 RGB, as alignment gives it. */
export interface AlignedFace {
  readonly image: RgbImage;
  readonly landmarks: FiveLandmarks;
  /** Aligned pixels per source pixel: above 1 the face was enlarged and is blurred. */
  readonly scale: number;
}

/** The five landmarks as an array, in {@link LANDMARK_ORDER}. */
export function landmarkList(landmarks: FiveLandmarks): Point[] {
  return LANDMARK_ORDER.map((name) => landmarks[name]);
}

/** The landmarks that {@link landmarkList} would write so. */
export function landmarksFromList(points: readonly [Point, Point, Point, Point, Point]): FiveLandmarks {
  const [leftEye, rightEye, noseTip, leftMouthCorner, rightMouthCorner] = points;
  return { leftEye, rightEye, noseTip, leftMouthCorner, rightMouthCorner };
}

/** The four rough points of a detection; of five landmarks, those that a detector would have found. */
export function coarsePoints(face: FiveLandmarks | FaceDetection): Point[] {
  const mouth = 'mouthCentre' in face ? face.mouthCentre : centroid([face.leftMouthCorner, face.rightMouthCorner]);
  return [face.leftEye, face.rightEye, face.noseTip, mouth];
}
