import { distance, type Point } from '@face-verify/core';
import type { CropRecord } from './crop.ts';

/**
 * How far a face is turned to a side: how far its nose is off the middle between the eyes, in distances between the
 * eyes. About 0.15 at 15°, 0.3 at 30°.
 */
export function noseOffset({ points }: CropRecord): number {
  const [left, right, nose] = points.map(([x, y]): Point => ({ x, y })) as [Point, Point, Point];
  return Math.abs(nose.x - (left.x + right.x) / 2) / distance(left, right);
}
