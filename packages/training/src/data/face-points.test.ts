import { facePoints } from '@face-verify/core';
import { describe, expect, it } from 'vitest';
import { mirrorFacePoints } from './face-points.ts';

const POINTS = facePoints((_, i) => ({ x: i, y: 2 * i }));

describe('mirrored face points', () => {
  it('lie on the other side under the other side’s name', () => {
    const mirrored = mirrorFacePoints(POINTS, 100);
    expect(mirrored.leftEyeOuterCorner).toEqual({
      x: 99 - POINTS.rightEyeOuterCorner.x,
      y: POINTS.rightEyeOuterCorner.y,
    });
    expect(mirrored.noseTip).toEqual({ x: 99 - POINTS.noseTip.x, y: POINTS.noseTip.y });
  });

  it('are the first again when mirrored twice', () => {
    expect(mirrorFacePoints(mirrorFacePoints(POINTS, 100), 100)).toEqual(POINTS);
  });
});
