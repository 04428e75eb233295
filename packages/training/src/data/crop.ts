import type { SimilarityTransform } from '@face-verify/core';

/** Crops are the 112 px template with 16 px of context on every side. */
export const CROP_SIZE_PX = 144;
export const CROP_MARGIN_PX = 16;
export const CROP_BYTES = CROP_SIZE_PX * CROP_SIZE_PX * 3;

/** Takes crop pixels to aligned pixels. */
export const CROP_TO_ALIGNED: SimilarityTransform = { a: 1, b: 0, tx: -CROP_MARGIN_PX, ty: -CROP_MARGIN_PX };

/** The research sets, each a tar of crops with the targets of distillation beside it. */
export const CROP_SETS = [
  'celeba',
  'celeba-people',
  'pubfig',
  'all-age-faces',
  'mebeauty',
  'utkface-part',
  'utkface-groups',
] as const;
export type CropSet = (typeof CROP_SETS)[number];

/**
 * What crops are for. `train` is learned from, nothing else ever is. `val` has few people with many crops each, `val2`
 * many people with few, enough for strict rates. `groups` has people of apparent groups, nearly all of them different.
 */
export const CROP_SPLITS = ['train', 'val', 'val2', 'groups'] as const;
export type CropSplit = (typeof CROP_SPLITS)[number];

/** The splits whose people are labelled and never learned from. */
export const VALIDATION_SPLITS = ['val', 'val2'] as const satisfies readonly CropSplit[];

/** What is known of one crop. */
export interface CropRecord {
  /** Name of its set: one of {@link CROP_SETS}, or what it was prepared as. */
  readonly set: string;
  /** Position in its set: the row of its target. */
  readonly row: number;
  /** x and y of the five points in `LANDMARK_ORDER`, in crop pixels. */
  readonly points: readonly (readonly [number, number])[];
  /** Absent where nobody says whom it shows. */
  readonly identity?: string;
  readonly split: CropSplit;
  /** The label is probably wrong. */
  readonly suspect?: boolean;
  /** Crop pixels per photograph pixel. */
  readonly scale: number;
  /** Name in the original set. */
  readonly source: string;
}
