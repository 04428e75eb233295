import { ALIGNED_SIZE_PX, type RgbImage, warpImage } from '@face-verify/core';
import { CROP_TO_ALIGNED, type CropRecord } from './crop.ts';
import type { CropReader } from './crop-reader.ts';

/** A face of the validation split, aligned, and what is known of it. */
export interface HeldOutFace {
  readonly face: RgbImage;
  readonly record: CropRecord & { readonly identity: string };
}

/** The validation split, aligned by the stored points. */
export function heldOutFaces(crops: CropReader): HeldOutFace[] {
  return crops.records.flatMap((record, i) => {
    const { split, identity } = record;
    if (split !== 'val' || identity === undefined) return [];
    const face = warpImage(crops.read(i), CROP_TO_ALIGNED, ALIGNED_SIZE_PX);
    return [{ face, record: { ...record, identity } }];
  });
}

/** Whether the label is probably right. */
export function isTrusted({ record }: HeldOutFace): boolean {
  return !record.suspect;
}
