import { describe, expect, it } from 'vitest';
import { alignmentLandmarks, facePoints, transformFacePoints } from './face-points.ts';

const POINTS = facePoints((_, i) => ({ x: i, y: 2 * i }));

describe('face points', () => {
  it('move with the image', () => {
    const moved = transformFacePoints(POINTS, { a: 2, b: 0, tx: 3, ty: -1 });
    expect(moved.chin).toEqual({ x: 2 * POINTS.chin.x + 3, y: 2 * POINTS.chin.y - 1 });
  });

  it('give alignment the middle of each eye’s corners, whatever the lids do', () => {
    const closed = { ...POINTS, leftUpperLid: POINTS.leftLowerLid };
    expect(alignmentLandmarks(closed)).toEqual(alignmentLandmarks(POINTS));
    expect(alignmentLandmarks(POINTS)).toMatchObject({ leftEye: { x: 0.5, y: 1 }, rightEye: { x: 4.5, y: 9 } });
  });
});
