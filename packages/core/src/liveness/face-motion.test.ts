import { drawnFacePoints } from '@face-verify/testkit';
import { expect, test } from 'vitest';
import { type FacePoints, facePoints, transformFacePoints } from '../face-points.ts';
import { faceMotion } from './face-motion.ts';

const POINTS = drawnFacePoints({ eyeOpenness: 0.3, mouthOpenness: 0.2 });

/** As of a photograph that is turned away from the camera. */
function squeezed(points: FacePoints, x: number, y: number): FacePoints {
  return facePoints((name) => ({ x: x * points[name].x, y: y * points[name].y }));
}

test('lids and lips are read as shares of the face, wherever and however large it is', () => {
  const { eyeOpenness, mouthOpenness } = faceMotion(POINTS, 7);
  const expected = {
    eyeOpenness: expect.closeTo(eyeOpenness, 5),
    mouthOpenness: expect.closeTo(mouthOpenness, 5),
    yawDegrees: 7,
  };
  expect(faceMotion(transformFacePoints(POINTS, { a: 1.2, b: 0.9, tx: 30, ty: -40 }), 7)).toEqual(expected);
  expect(faceMotion(drawnFacePoints({ eyeOpenness: 0.15 }), 0).eyeOpenness).toBeCloseTo(eyeOpenness / 2, 5);
  expect(faceMotion(drawnFacePoints({ mouthOpenness: 0.4 }), 0).mouthOpenness).toBeCloseTo(2 * mouthOpenness, 1);
});

test.for([
  [0.7, 1],
  [1, 0.7],
] as const)('nothing moves in a photograph that is seen squeezed to %s of its width and %s of its height', ([x, y]) => {
  const { eyeOpenness, mouthOpenness } = faceMotion(POINTS, 0);
  const seen = faceMotion(squeezed(POINTS, x, y), 0);
  expect(seen.eyeOpenness).toBeCloseTo(eyeOpenness, 5);
  expect(seen.mouthOpenness).toBeCloseTo(mouthOpenness, 5);
});

test('a wink is no blink', () => {
  const open = faceMotion(POINTS, 0).eyeOpenness;
  const { leftUpperLid, leftLowerLid } = drawnFacePoints({ eyeOpenness: 0 });
  expect(faceMotion({ ...POINTS, leftUpperLid, leftLowerLid }, 0).eyeOpenness).toBeCloseTo(open, 5);
  expect(faceMotion(drawnFacePoints({ eyeOpenness: 0 }), 0).eyeOpenness).toBeCloseTo(0, 5);
});
