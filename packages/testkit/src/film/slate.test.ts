import type { RgbImage } from '@face-verify/core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodeJpeg } from '../encode-jpeg.ts';
import { drawSlate, readSlate, SLATE_COUNT } from './slate.ts';

const plain = (value: number): RgbImage => ({
  widthPx: 160,
  heightPx: 40,
  channels: 3,
  data: new Uint8ClampedArray(160 * 40 * 3).fill(value),
});

test('every number is read from the slate that it was drawn on, after strong compression too', async () => {
  const numbers = Array.from({ length: SLATE_COUNT }, (_, number) => number);
  const read = numbers.map(async (number) => {
    const { data } = await sharp(await encodeJpeg(drawSlate(plain(100), number), 30))
      .raw()
      .toBuffer({
        resolveWithObject: true,
      });
    return readSlate({ ...plain(0), data });
  });
  expect(await Promise.all(read)).toEqual(numbers);
});

test('a slate covers its corner and nothing else', () => {
  const { data } = drawSlate(plain(100), 5);
  const changed = Array.from(data.keys()).filter((i) => data[i] !== 100);
  const [rows, columns] = [changed.map((i) => Math.floor(i / 3 / 160)), changed.map((i) => Math.floor(i / 3) % 160)];
  expect([Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)]).toEqual([28, 39, 0, 95]);
});

test.for([0, 100, 255])('a frame of shade %i without a slate has no number', (shade) => {
  expect(readSlate(plain(shade))).toBeUndefined();
});

test.for([-1, SLATE_COUNT, 1.5])('%f cannot be written on a slate', (number) => {
  expect(() => drawSlate(plain(0), number)).toThrow(RangeError);
});
