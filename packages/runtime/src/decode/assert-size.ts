import { FaceVerifyError } from '@face-verify/core';
import { MAX_PIXELS } from './image-limits.ts';

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
