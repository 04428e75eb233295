import type { Point } from '@face-verify/core';

/** What the shipped pipeline makes of a packed crop, given to it as a photograph. */
export interface CapturedCrop {
  /** Position in the pack. */
  readonly index: number;
  /** Unit length. */
  readonly embedding: Float32Array;
  /** The pipeline's five points in `LANDMARK_ORDER`, in crop pixels. */
  readonly points: readonly Point[];
}

/** A crop that the pipeline has no embedding for, and why. */
export interface RefusedCrop {
  readonly index: number;
  readonly reason: string;
}

export interface CropCaptures {
  readonly captured: readonly CapturedCrop[];
  readonly refused: readonly RefusedCrop[];
}

/** Those of the crops at some positions only. */
export function pickCaptures({ captured, refused }: CropCaptures, isWanted: (index: number) => boolean): CropCaptures {
  const wanted = ({ index }: { readonly index: number }) => isWanted(index);
  return { captured: captured.filter(wanted), refused: refused.filter(wanted) };
}

/** How many were refused, by reason. */
export function countRefused({ refused }: CropCaptures): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of refused) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
