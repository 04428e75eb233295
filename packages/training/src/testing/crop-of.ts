import { FIVE_POINT_TEMPLATE, landmarkList } from '@face-verify/core';
import { CROP_MARGIN_PX, type CropRecord } from '../data/crop.ts';

/** The record of a crop of a face that looks straight ahead, with what a test is about put in. */
export function cropOf(facts: Partial<CropRecord>): CropRecord {
  const points = landmarkList(FIVE_POINT_TEMPLATE).map(({ x, y }) => [x + CROP_MARGIN_PX, y + CROP_MARGIN_PX] as const);
  return { set: 'own', row: 0, points, split: 'val', scale: 0.5, source: '1.jpg', ...facts };
}
