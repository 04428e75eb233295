import { FaceVerifyError, type RgbaImage } from '@face-verify/core';
import type { ImageSource } from '../api.ts';
import { MAX_SIDE_PX } from './image-limits.ts';
import { openSource } from './open-source.ts';

/**
 * Decodes a photograph to sRGB, turned upright as its EXIF says, on white where it is transparent, the first frame
 * where it moves, and shrunk to a long side of {@link MAX_SIDE_PX} where it is larger.
 *
 * An `<img>` whose file was cut off is not noticed: the browser shows it half grey without a sign. Files are.
 *
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`
 */
export async function decodeImage(source: ImageSource): Promise<RgbaImage> {
  const { drawable, widthPx, heightPx, release } = await openSource(source);
  try {
    const scale = Math.min(1, MAX_SIDE_PX / Math.max(widthPx, heightPx));
    return draw(drawable, Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale)));
  } catch (cause) {
    // A picture of another origin, or one that was closed: the canvas gives no pixels of it.
    throw new FaceVerifyError('image-unreadable', 'The browser does not give out the pixels of this picture.', {
      cause,
    });
  } finally {
    release();
  }
}

function draw(drawable: CanvasImageSource, widthPx: number, heightPx: number): RgbaImage {
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser has no 2D canvas.');
  context.fillStyle = 'white';
  context.fillRect(0, 0, widthPx, heightPx);
  context.imageSmoothingQuality = 'high';
  context.drawImage(drawable, 0, 0, widthPx, heightPx);
  const { data } = context.getImageData(0, 0, widthPx, heightPx, { colorSpace: 'srgb' });
  return { widthPx, heightPx, channels: 4, data };
}
