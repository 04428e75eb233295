import type { RgbImage } from '@face-verify/core';

/** The mean of `length` pixels (odd, or one more) along rows or columns, in place; the border is repeated outside. */
export function runningMean(image: RgbImage, length: number, along: 'rows' | 'columns'): void {
  const { widthPx, heightPx, data } = image;
  const [lines, count] = along === 'rows' ? [heightPx, widthPx] : [widthPx, heightPx];
  const [lineStride, step] = along === 'rows' ? [widthPx * 3, 3] : [3, widthPx * 3];
  const line = new Uint8Array(count);
  const reach = length >> 1;
  for (let l = 0; l < lines; l++) {
    for (let c = 0; c < 3; c++) {
      const start = l * lineStride + c;
      for (let i = 0; i < count; i++) line[i] = data[start + i * step] as number;
      for (let i = 0; i < count; i++) {
        let sum = 0;
        for (let j = i - reach; j <= i + reach; j++) sum += line[Math.min(count - 1, Math.max(0, j))] as number;
        data[start + i * step] = sum / (2 * reach + 1);
      }
    }
  }
}
