import { alignmentLandmarks, distance, FACE_POINT_NAMES, type FacePoints, facePoints } from '@face-verify/core';
import { FACE_OUTPUTS, type FaceOutput, POINT_INPUT } from './face-point-net.ts';

/** What the point network says of an image. */
export interface SeenFace {
  /** Eyes, eyelids, nose, lips, forehead and chin. */
  readonly points: FacePoints;
  /** How probably there is a face, seen as the points say: from 0 to 1. A model's card has the limit to refuse below. */
  readonly presence: number;
  /** Positive where the face is turned to the right edge of the image, as if it were upright. */
  readonly yawDegrees: number;
  /** Positive where it looks up. */
  readonly pitchDegrees: number;
  /** The mean error that the network expects of its points, as a share of the distance between the eyes. */
  readonly pointError: number;
}

/** What a 1 in the network's output stands for: about how far values lie from 0, so that outputs are of order 1. */
export const FACE_UNITS = { pointPx: 12, poseDegrees: 45 } as const;

const CENTRE_PX = (POINT_INPUT.sizePx - 1) / 2;

/** Where each output begins in a row. */
const STARTS = (() => {
  let start = 0;
  const starts = Object.entries(FACE_OUTPUTS).map(([name, length]) => {
    start += length;
    return [name, start - length];
  });
  return Object.fromEntries(starts) as Readonly<Record<FaceOutput, number>>;
})();

/**
 * Reads one row of the network's output: points in units from the input's centre, the logarithm of the odds of a face,
 * yaw and pitch in units, and the logarithm of the points' mean error in pixels of the input.
 *
 * @returns the points in pixels of the network's input
 */
export function readFace(row: ArrayLike<number>): SeenFace {
  const value = (output: FaceOutput, i = 0) => row[STARTS[output] + i] as number;
  const coordinate = (i: number) => CENTRE_PX + value('points', i) * FACE_UNITS.pointPx;
  const points = facePoints((_, i) => ({ x: coordinate(2 * i), y: coordinate(2 * i + 1) }));
  const { leftEye, rightEye } = alignmentLandmarks(points);
  return {
    points,
    presence: 1 / (1 + Math.exp(-value('presence'))),
    yawDegrees: value('pose', 0) * FACE_UNITS.poseDegrees,
    pitchDegrees: value('pose', 1) * FACE_UNITS.poseDegrees,
    pointError: Math.exp(value('pointError')) / distance(leftEye, rightEye),
  };
}

/** The points as the network is taught to give them: the inverse of {@link readFace}. */
export function outputFromFacePoints(points: FacePoints): number[] {
  return FACE_POINT_NAMES.flatMap((name) =>
    [points[name].x, points[name].y].map((value) => (value - CENTRE_PX) / FACE_UNITS.pointPx),
  );
}
