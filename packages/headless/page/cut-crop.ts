import { ALIGNED_SIZE_PX, alignmentTransform, FaceVerifyError, type RgbImage, warpImage } from '@face-verify/core';
import type { CapturedFace } from 'face-verify';

/** Two roundings of the same sum. */
const ROUNDING = 1;

/**
 * Cuts a captured face out of its photograph once more, with more around it. The photograph is decoded anew, since a
 * capture holds no more of it than the aligned face; that face has to be the crop's middle.
 *
 * @param file - what was captured
 * @param marginPx - aligned pixels added on every side
 * @throws {FaceVerifyError} `internal` where the crop's middle is not the aligned face
 */
export async function cutCrop(
  file: Blob,
  { image, landmarks, aligned }: CapturedFace,
  marginPx: number,
): Promise<RgbImage> {
  const { a, b, tx, ty } = alignmentTransform(landmarks);
  const sizePx = ALIGNED_SIZE_PX + 2 * marginPx;
  const pixels = await decode(file, image.widthPx, image.heightPx);
  const crop = warpImage(pixels, { a, b, tx: tx + marginPx, ty: ty + marginPx }, sizePx);
  for (let y = 0; y < ALIGNED_SIZE_PX; y++) {
    for (let i = 0; i < ALIGNED_SIZE_PX * 3; i++) {
      const inCrop = crop.data[((y + marginPx) * sizePx + marginPx) * 3 + i] as number;
      if (Math.abs(inCrop - (aligned.image.data[y * ALIGNED_SIZE_PX * 3 + i] as number)) > ROUNDING) {
        throw new FaceVerifyError('internal', 'The crop is not what the pipeline saw.');
      }
    }
  }
  return crop;
}

/** As the pipeline decodes a file. */
async function decode(file: Blob, widthPx: number, heightPx: number) {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new FaceVerifyError('internal', 'The browser has no 2D canvas.');
  context.fillStyle = 'white';
  context.fillRect(0, 0, widthPx, heightPx);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, widthPx, heightPx);
  bitmap.close();
  const { data } = context.getImageData(0, 0, widthPx, heightPx, { colorSpace: 'srgb' });
  return { widthPx, heightPx, channels: 4, data } as const;
}
