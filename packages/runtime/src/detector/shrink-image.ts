import type { RgbaImage } from '@face-verify/core';

/** The image with a long side of at most `maxSidePx`, as browsers hold it; the same pixels where it is small enough. */
export function shrinkImage({ widthPx, heightPx, data }: RgbaImage, maxSidePx: number): ImageData {
  const pixels = new ImageData(new Uint8ClampedArray(data), widthPx, heightPx);
  const scale = maxSidePx / Math.max(widthPx, heightPx);
  if (scale >= 1) return pixels;
  const full = canvas(widthPx, heightPx);
  full.putImageData(pixels, 0, 0);
  const [width, height] = [Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale))];
  const small = canvas(width, height);
  small.imageSmoothingQuality = 'high';
  small.drawImage(full.canvas, 0, 0, width, height);
  return small.getImageData(0, 0, width, height);
}

function canvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser has no 2D canvas.');
  return context;
}
