import { FaceVerifyError } from '@face-verify/core';
import { imageDimensionsFromData } from 'image-dimensions';
import { assertSize } from './assert-size.ts';

export type ImageFileType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic';

/**
 * Refuses what must not reach the browser's decoder: what is no photograph, or would take too much memory.
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
  return header.type;
}
