import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RgbImage } from '@face-verify/core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeMjpegFilm } from './write-mjpeg-film.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'film-'));
});
afterAll(() => rm(folder, { recursive: true }));

const plain = (value: number): RgbImage => ({
  widthPx: 16,
  heightPx: 16,
  channels: 3,
  data: new Uint8ClampedArray(16 * 16 * 3).fill(value),
});

test('a film holds its frames as whole JPEG files, in order', async () => {
  const path = join(folder, 'grey.mjpeg');
  await writeMjpegFilm([plain(20), plain(200)], path);
  const film = await readFile(path);
  const second = film.indexOf(Buffer.from([0xff, 0xd9, 0xff, 0xd8])) + 2;
  const shades = await Promise.all(
    [film.subarray(0, second), film.subarray(second)].map(async (jpeg) => (await sharp(jpeg).raw().toBuffer())[0]),
  );
  expect(shades[0]).toBeCloseTo(20, -1);
  expect(shades[1]).toBeCloseTo(200, -1);
});

test('a name that the browser would not read as a film is refused', async () => {
  await expect(writeMjpegFilm([plain(0)], join(folder, 'film.avi'))).rejects.toThrow(RangeError);
});
