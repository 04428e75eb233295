import { type FacePoints, FIVE_POINT_TEMPLATE, facePoints, type Point } from '@face-verify/core';

/** How a drawn face looks, and where in its image. */
export interface DrawnFace {
  /** Middle of the eyes. */
  readonly centre?: Point;
  readonly eyeDistancePx?: number;
  /** Distance of the lids over the width of the eye. */
  readonly eyeOpenness?: number;
  /** Distance of the lips' inner edges over the distance of the eyes. */
  readonly mouthOpenness?: number;
}

const { noseTip, leftMouthCorner, rightMouthCorner } = FIVE_POINT_TEMPLATE;
/** The template's middle of the eyes and their distance. */
const [EYES, APART] = [{ x: 55.9, y: 51.6 }, 35.24];
/** An eye's half width, in eye distances. */
const HALF_EYE = 0.22;

/** All points of an upright face, without anything drawn: with lids and lips as far open as wanted. */
export function drawnFacePoints({
  centre = { x: 320, y: 200 },
  eyeDistancePx = 80,
  eyeOpenness = 0.35,
  mouthOpenness = 0.05,
}: DrawnFace = {}): FacePoints {
  const ofTemplate = ({ x, y }: Point): Point => ({ x: (x - EYES.x) / APART, y: (y - EYES.y) / APART });
  const [mouth, lid] = [ofTemplate(leftMouthCorner).y, HALF_EYE * eyeOpenness];
  const eye = (side: -1 | 1, x: number, y: number): Point => ({ x: side * 0.5 + x, y });
  const places: FacePoints = {
    leftEyeOuterCorner: eye(-1, -HALF_EYE, 0),
    leftEyeInnerCorner: eye(-1, HALF_EYE, 0),
    leftUpperLid: eye(-1, 0, -lid),
    leftLowerLid: eye(-1, 0, lid),
    rightEyeInnerCorner: eye(1, -HALF_EYE, 0),
    rightEyeOuterCorner: eye(1, HALF_EYE, 0),
    rightUpperLid: eye(1, 0, -lid),
    rightLowerLid: eye(1, 0, lid),
    noseTip: ofTemplate(noseTip),
    leftMouthCorner: ofTemplate(leftMouthCorner),
    rightMouthCorner: ofTemplate(rightMouthCorner),
    upperLipOuter: { x: 0, y: mouth - 0.12 - mouthOpenness / 2 },
    upperLipInner: { x: 0, y: mouth - mouthOpenness / 2 },
    lowerLipInner: { x: 0, y: mouth + mouthOpenness / 2 },
    lowerLipOuter: { x: 0, y: mouth + 0.15 + mouthOpenness / 2 },
    forehead: { x: 0, y: -1.1 },
    chin: { x: 0, y: 1.8 },
  };
  return facePoints((name) => ({
    x: centre.x + eyeDistancePx * places[name].x,
    y: centre.y + eyeDistancePx * places[name].y,
  }));
}
