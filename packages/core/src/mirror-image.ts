import type { RgbImage } from './image.ts';

/** Turns an image left to right, in place. */
export function mirrorImage({ widthPx, heightPx, data }: RgbImage): void {
  for (let y = 0; y < heightPx; y++) {
    for (let left = 0, right = widthPx - 1; left < right; left++, right--) {
      for (let c = 0; c < 3; c++) {
        const p = (y * widthPx + left) * 3 + c;
        const q = (y * widthPx + right) * 3 + c;
        const kept = data[p] as number;
        data[p] = data[q] as number;
        data[q] = kept;
      }
    }
  }
}
