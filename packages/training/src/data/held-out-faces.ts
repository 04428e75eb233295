import { ALIGNED_SIZE_PX, type RgbImage, warpImage } from '@face-verify/core';
import { CROP_TO_ALIGNED, type CropRecord, type CropSplit, VALIDATION_SPLITS } from './crop.ts';
import type { CropReader } from './crop-reader.ts';

/** A crop of a known person. */
export type LabelledCrop = CropRecord & { readonly identity: string };

/** A face of a validation split, aligned, and what is known of it. */
export interface HeldOutFace {
  readonly face: RgbImage;
  readonly record: LabelledCrop;
}

/** Whether a crop is of a person whom training never sees. */
export function isHeldOut(record: CropRecord): record is LabelledCrop {
  return (VALIDATION_SPLITS as readonly CropSplit[]).includes(record.split) && record.identity !== undefined;
}

/** Whether, besides, its label is probably right. */
export function isTrusted(record: CropRecord): record is LabelledCrop {
  return isHeldOut(record) && !record.suspect;
}

/** The validation splits, aligned by the stored points. */
export function heldOutFaces(crops: CropReader): HeldOutFace[] {
  return crops.records.flatMap((record, i) => {
    if (!isHeldOut(record)) return [];
    return [{ face: warpImage(crops.read(i), CROP_TO_ALIGNED, ALIGNED_SIZE_PX), record }];
  });
}
