import { drawnFacePoints } from '@face-verify/testkit';
import { expect, test } from 'vitest';
import { transformFacePoints } from '../face-points.ts';
import { faceMotion } from './face-motion.ts';

test('lids and lips are read as shares of the face, wherever and however large it is', () => {
  const points = drawnFacePoints({ eyeOpenness: 0.3, mouthOpenness: 0.2 });
  const expected = { eyeOpenness: expect.closeTo(0.3, 5), mouthOpenness: expect.closeTo(0.2, 2), yawDegrees: 7 };
  expect(faceMotion(points, 7)).toEqual(expected);
  expect(faceMotion(transformFacePoints(points, { a: 1.2, b: 0.9, tx: 30, ty: -40 }), 7)).toEqual(expected);
});

test('a wink is no blink', () => {
  const open = drawnFacePoints({ eyeOpenness: 0.3 });
  const closed = drawnFacePoints({ eyeOpenness: 0 });
  const { leftUpperLid, leftLowerLid } = closed;
  expect(faceMotion({ ...open, leftUpperLid, leftLowerLid }, 0).eyeOpenness).toBeCloseTo(0.3, 5);
  expect(faceMotion(closed, 0).eyeOpenness).toBeCloseTo(0, 5);
});
