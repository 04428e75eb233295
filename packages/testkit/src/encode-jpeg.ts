import type { RgbImage } from '@face-verify/core';
import sharp from 'sharp';

/** @param quality - 1 to 100 */
export function encodeJpeg({ data, widthPx, heightPx, channels }: RgbImage, quality: number): Promise<Buffer> {
  const raw = { width: widthPx, height: heightPx, channels };
  return sharp(data, { raw }).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
}
