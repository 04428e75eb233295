import { FaceVerifyError, type RgbaImage } from '@face-verify/core';
import { assertSize } from './assert-size.ts';
import { MAX_SIDE_PX } from './image-limits.ts';
import type { Orientation } from './webp-orientation.ts';

/** Something that a canvas can draw, and the size of its own pixels. */
export interface Drawable {
  readonly image: CanvasImageSource;
  readonly widthPx: number;
  readonly heightPx: number;
  /** How it lies, where that is not upright. */
  readonly orientation?: Orientation;
}

/** What brings an image upright, for a canvas of that size. */
const UPRIGHT: Readonly<Record<Orientation, (width: number, height: number) => DOMMatrix2DInit>> = {
  1: () => ({}),
  2: (width) => ({ a: -1, d: 1, e: width }),
  3: (width, height) => ({ a: -1, d: -1, e: width, f: height }),
  4: (_, height) => ({ a: 1, d: -1, f: height }),
  5: () => ({ a: 0, b: 1, c: 1, d: 0 }),
  6: (width) => ({ a: 0, b: 1, c: -1, d: 0, e: width }),
  7: (width, height) => ({ a: 0, b: -1, c: -1, d: 0, e: width, f: height }),
  8: (_, height) => ({ a: 0, b: -1, c: 1, d: 0, f: height }),
};

/**
 * The pixels of an image in sRGB, upright, on white where it is transparent, and shrunk to a long side of
 * {@link MAX_SIDE_PX} where it is larger.
 *
 * @throws {FaceVerifyError} `image-empty`, `image-too-large`, `image-unreadable`
 */
export function draw(drawable: Drawable): RgbaImage {
  return onCanvas(drawable, (context) => {
    const { width, height } = context.canvas;
    const { data } = context.getImageData(0, 0, width, height, { colorSpace: 'srgb' });
    return { widthPx: width, heightPx: height, channels: 4, data };
  });
}

/**
 * What {@link draw} would read, for another thread to read.
 *
 * @throws {FaceVerifyError} as {@link draw}
 */
export function snapshot(drawable: Drawable): ImageBitmap {
  return onCanvas(drawable, (context) => {
    // Other threads would only be refused what this page may not read.
    context.getImageData(0, 0, 1, 1);
    return context.canvas.transferToImageBitmap();
  });
}

function onCanvas<Result>(
  { image, widthPx, heightPx, orientation = 1 }: Drawable,
  read: (context: OffscreenCanvasRenderingContext2D) => Result,
): Result {
  assertSize(widthPx, heightPx);
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(widthPx, heightPx));
  const [width, height] = [Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale))];
  const [canvasWidth, canvasHeight] = orientation >= 5 ? [height, width] : [width, height];
  try {
    const context = new OffscreenCanvas(canvasWidth, canvasHeight).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('The browser has no 2D canvas.');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvasWidth, canvasHeight);
    context.imageSmoothingQuality = 'high';
    context.setTransform(UPRIGHT[orientation](canvasWidth, canvasHeight));
    context.drawImage(image, 0, 0, width, height);
    return read(context);
  } catch (cause) {
    // An image of another origin, or one that was closed: the canvas gives no pixels of it.
    throw new FaceVerifyError('image-unreadable', 'The browser does not give out the pixels of this image.', {
      cause,
    });
  }
}
