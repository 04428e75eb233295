import { FaceVerifyError, type RgbaImage } from '@face-verify/core';
import { assertSize } from './assert-size.ts';
import { MAX_SIDE_PX } from './image-limits.ts';

/** Something that a canvas can draw, and the size of its own pixels. */
export interface Drawable {
  readonly picture: CanvasImageSource;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The pixels of a picture in sRGB, on white where it is transparent, and shrunk to a long side of
 * {@link MAX_SIDE_PX} where it is larger.
 *
 * @throws {FaceVerifyError} `image-empty`, `image-too-large`, `image-unreadable`
 */
export function draw({ picture, widthPx, heightPx }: Drawable): RgbaImage {
  assertSize(widthPx, heightPx);
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(widthPx, heightPx));
  const [width, height] = [Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale))];
  try {
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('The browser has no 2D canvas.');
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height, { colorSpace: 'srgb' });
    return { widthPx: width, heightPx: height, channels: 4, data };
  } catch (cause) {
    // A picture of another origin, or one that was closed: the canvas gives no pixels of it.
    throw new FaceVerifyError('image-unreadable', 'The browser does not give out the pixels of this picture.', {
      cause,
    });
  }
}
