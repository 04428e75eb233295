import { beforeAll, expect, test } from 'vitest';
import { IMAGE_FIXTURES } from '../../testing/image-fixtures.ts';
import { isCompleteJpeg } from './is-complete-jpeg.ts';

const END = Uint8Array.of(0xff, 0xd9);
let jpeg: Uint8Array;

beforeAll(async () => {
  jpeg = (await IMAGE_FIXTURES['upright.jpg']?.()) ?? new Uint8Array();
});

test('a JPEG with its end is complete', () => {
  expect(isCompleteJpeg(jpeg)).toBe(true);
});

test('no shorter piece of it is', () => {
  const complete = Array.from(jpeg.keys()).filter((length) => isCompleteJpeg(jpeg.subarray(0, length)));
  expect(complete).toEqual([]);
});

test('what follows the end does not matter', () => {
  expect(isCompleteJpeg(Buffer.concat([jpeg, Buffer.from('a film')]))).toBe(true);
});

test('the end of a preview inside the EXIF segment is not the end', () => {
  const segment = Buffer.concat([Uint8Array.of(0xff, 0xe1, 0, 6), END, END]);
  const cut = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2, -2)]);
  expect(isCompleteJpeg(cut)).toBe(false);
  expect(isCompleteJpeg(Buffer.concat([cut, END]))).toBe(true);
});

test('restart markers and stuffed bytes are not the end', () => {
  const scan = Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 0xff, 0, 0xd9, 0xff, 0xd0, 0xff);
  expect(isCompleteJpeg(scan)).toBe(false);
  expect(isCompleteJpeg(Buffer.concat([scan, Uint8Array.of(0xd9)]))).toBe(true);
});
