import { ALIGNED_SIZE_PX } from '../alignment.ts';
import { FACE_REGION, meanOver, pixelsOf } from './face-region.ts';

/** The two axes and the two diagonals, as steps between pixels. */
const DIRECTIONS = [1, ALIGNED_SIZE_PX, ALIGNED_SIZE_PX + 1, ALIGNED_SIZE_PX - 1];
/** Two neighbours that differ by less than this share of the face's dynamic range are of one colour. */
const PLAIN = 0.02;

/**
 * How much detail there is two pixels wide, which is what the embedder reads, in the direction that has least: the mean
 * second difference over the spread of the luma. Blur takes it from all directions, motion from one.
 */
export function sharpness(luma: Float32Array): number {
  return detail(luma, 2) / Math.max(1, spread(luma));
}

/** Detail one pixel wide over that three wide: grain has more of the fine than any face. */
export function noise(luma: Float32Array): number {
  return detail(luma, 1) / Math.max(0.01, detail(luma, 3));
}

/**
 * Share of the face without any detail: what is covered by something plain, and the blocks of a mosaic.
 *
 * @param range - the face's dynamic range
 */
export function plainShare(luma: Float32Array, range: number): number {
  let plain = 0;
  let count = 0;
  for (const pixel of pixelsOf(FACE_REGION)) {
    const here = luma[pixel] as number;
    const right = Math.abs(here - (luma[pixel + 1] as number));
    const below = Math.abs(here - (luma[pixel + ALIGNED_SIZE_PX] as number));
    if (right + below < PLAIN * range) plain++;
    count++;
  }
  return plain / count;
}

function detail(luma: Float32Array, widthPx: number): number {
  return Math.min(...DIRECTIONS.map((step) => meanSecondDifference(luma, step * widthPx)));
}

function meanSecondDifference(luma: Float32Array, step: number): number {
  let sum = 0;
  let count = 0;
  for (const pixel of pixelsOf(FACE_REGION)) {
    const sides = (luma[pixel - step] as number) + (luma[pixel + step] as number);
    sum += Math.abs((luma[pixel] as number) - sides / 2);
    count++;
  }
  return sum / count;
}

function spread(luma: Float32Array): number {
  const mean = meanOver(luma, FACE_REGION);
  let square = 0;
  let count = 0;
  for (const pixel of pixelsOf(FACE_REGION)) {
    square += ((luma[pixel] as number) - mean) ** 2;
    count++;
  }
  return Math.sqrt(square / count);
}
