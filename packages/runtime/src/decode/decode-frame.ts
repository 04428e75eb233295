import type { RgbaImage } from '@face-verify/core';
import type { EngineFrame } from '../engine/face-engine.ts';
import { decodeFile } from './decode-file.ts';
import { draw } from './draw-image.ts';
import { withinSourceLimit } from './within-source-limit.ts';

/**
 * Decodes a frame: to sRGB, turned upright as its EXIF says, on white where it is transparent, the first image where it
 * moves, and shrunk where it is large.
 *
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`
 */
export async function decodeFrame(frame: EngineFrame): Promise<RgbaImage> {
  if (!('close' in frame)) return withinSourceLimit(decodeFile(frame));
  return draw({ image: frame, widthPx: frame.width, heightPx: frame.height });
}
