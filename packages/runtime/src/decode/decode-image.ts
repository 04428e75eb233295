import type { RgbaImage } from '@face-verify/core';
import type { ImageSource } from '../api.ts';
import { CallScope } from '../call-scope.ts';
import { holdSource } from './hold-source.ts';

/**
 * Decodes a photograph for whoever waits for nothing else: to sRGB, turned upright as its EXIF says, on white where it
 * is transparent, the first frame where it moves, and shrunk where it is large.
 *
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`
 */
export async function decodeImage(source: ImageSource): Promise<RgbaImage> {
  return holdSource(source, new CallScope()).decode();
}
