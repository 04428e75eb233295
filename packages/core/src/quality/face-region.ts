import { ALIGNED_SIZE_PX } from '../alignment.ts';
import type { RgbImage } from '../image.ts';

/** The part of an aligned face that shows skin, eyes, nose and mouth on everybody, without hair and background. */
export const FACE_REGION = { left: 20, top: 24, right: 92, bottom: 104 } as const;

/** A rectangle of an aligned face, in pixels; right and bottom are the first that are no longer in it. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The luma of an aligned face by the weights of ITU-R BT.601, in [0, 255], row by row. */
export function lumaOf({ data }: RgbImage): Float32Array {
  const luma = new Float32Array(ALIGNED_SIZE_PX * ALIGNED_SIZE_PX);
  for (let i = 0; i < luma.length; i++) {
    luma[i] =
      0.299 * (data[3 * i] as number) + 0.587 * (data[3 * i + 1] as number) + 0.114 * (data[3 * i + 2] as number);
  }
  return luma;
}

/** Positions of a region's pixels in an aligned face, row by row. */
export function* pixelsOf({ left, top, right, bottom }: Region): Generator<number> {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) yield y * ALIGNED_SIZE_PX + x;
  }
}

/** @returns NaN for an empty region */
export function meanOver(values: Float32Array, region: Region): number {
  let sum = 0;
  let count = 0;
  for (const pixel of pixelsOf(region)) {
    sum += values[pixel] as number;
    count++;
  }
  return sum / count;
}
