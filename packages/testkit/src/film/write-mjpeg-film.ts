import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RgbImage } from '@face-verify/core';
import { encodeJpeg } from '../encode-jpeg.ts';

/**
 * Writes a film for Chromium's fake camera (`--use-file-for-fake-video-capture`), which repeats it endlessly at
 * 30 frames per second. The format is JPEG files one after the other; frames are encoded and written one by one.
 *
 * @param frames - of one size
 * @param path - must end in `.mjpeg`, by which Chromium knows the format
 */
export async function writeMjpegFilm(
  frames: Iterable<RgbImage> | AsyncIterable<RgbImage>,
  path: string,
): Promise<void> {
  if (!path.endsWith('.mjpeg')) throw new RangeError('The name of a film must end in .mjpeg.');
  await pipeline(Readable.from(encoded(frames)), createWriteStream(path));
}

async function* encoded(frames: Iterable<RgbImage> | AsyncIterable<RgbImage>): AsyncGenerator<Buffer> {
  for await (const frame of frames) yield await encodeJpeg(frame, 90);
}
