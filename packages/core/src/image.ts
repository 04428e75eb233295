import { FaceVerifyError } from './errors.ts';

/** Interleaved 8-bit pixels, sRGB, row by row from the top left, RGB or RGBA. */
export interface PixelImage<Channels extends 3 | 4 = 3 | 4> {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: Channels;
  /** `widthPx · heightPx · channels` bytes. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Red, green and blue of each pixel, 0 to 255, row by row. */
export type RgbImage = PixelImage<3>;
/** Alpha is not premultiplied and is ignored by everything after decoding. */
export type RgbaImage = PixelImage<4>;

/** @throws {FaceVerifyError} `image-empty` where a side is zero or the bytes do not fill it. */
export function assertImage(image: PixelImage): void {
  const { widthPx, heightPx, channels, data } = image;
  if (!(widthPx > 0 && heightPx > 0) || data.length !== widthPx * heightPx * channels) {
    throw new FaceVerifyError('image-empty', 'The image has no pixels or the wrong number of bytes.', {
      details: { widthPx, heightPx, channels, bytes: data.length },
    });
  }
}
