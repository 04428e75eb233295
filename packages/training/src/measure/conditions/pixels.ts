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

type Rgb = readonly [red: number, green: number, blue: number];

/** Gives every pixel other values; what leaves [0, 255] is cut off, as a camera does. */
export function mapPixels(image: RgbImage, map: (rgb: Rgb, x: number, y: number) => Rgb): RgbImage {
  const { widthPx, heightPx, data } = image;
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const i = (y * widthPx + x) * 3;
      out.set(map([data[i] as number, data[i + 1] as number, data[i + 2] as number], x, y), i);
    }
  }
  return { ...image, data: out };
}
