import { FaceVerifyError } from '@face-verify/core';
import { imageDimensionsFromData } from 'image-dimensions';
import { MAX_PIXELS } from './image-limits.ts';
import { isCompleteJpeg } from './is-complete-jpeg.ts';

export type ImageFileType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic';

/**
 * Refuses what must not reach the browser's decoder: what is no photograph, is cut off, or would take too much memory.
 *
 * @param bytes - the whole file
 * @returns the kind of file, by its content
 * @throws {FaceVerifyError} `image-empty`, `image-unreadable`, `image-too-large`
 */
export function inspectFile(bytes: Uint8Array): ImageFileType {
  if (bytes.length === 0) throw new FaceVerifyError('image-empty', 'The file is empty.');
  const header = imageDimensionsFromData(bytes);
  if (header === undefined) {
    throw new FaceVerifyError('image-unreadable', 'The file is no JPEG, PNG, WebP, AVIF, GIF or HEIC photograph.');
  }
  assertSize(header.width, header.height);
  if (header.type === 'jpeg' && !isCompleteJpeg(bytes)) {
    throw new FaceVerifyError('image-unreadable', 'The file ends before the photograph does.');
  }
  return header.type;
}

/** @throws {FaceVerifyError} `image-empty`, `image-too-large` */
export function assertSize(widthPx: number, heightPx: number): void {
  if (!(widthPx > 0 && heightPx > 0)) {
    throw new FaceVerifyError('image-empty', 'The photograph has no pixels.', { details: { widthPx, heightPx } });
  }
  if (widthPx * heightPx > MAX_PIXELS) {
    const megapixels = Math.round((widthPx * heightPx) / 1e6);
    throw new FaceVerifyError(
      'image-too-large',
      `The photograph has ${megapixels} megapixels; at most ${MAX_PIXELS / 1e6} can be used.`,
      { details: { widthPx, heightPx } },
    );
  }
}
