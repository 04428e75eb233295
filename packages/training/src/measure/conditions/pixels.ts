import type { RgbImage } from '@face-verify/core';
import sharp, { type Sharp } from 'sharp';

/** Opens pixels for sharp. */
export function openPixels({ data, widthPx, heightPx }: RgbImage): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

/** What sharp made, as RGB whatever it was stored as in between. */
export async function readPixels(image: Sharp): Promise<RgbImage> {
  const { data, info } = await image.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height, channels: 3 };
}

/** Reads an image file, turned as its EXIF says. */
export function readPhotograph(file: string): Promise<RgbImage> {
  return readPixels(sharp(file).autoOrient());
}

/** Lossless, and packed no tighter than a loopback connection needs. */
export function encodePng(image: RgbImage): Promise<Buffer> {
  return openPixels(image).png({ compressionLevel: 1 }).toBuffer();
}
