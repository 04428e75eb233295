import { expect, test } from 'vitest';
import { letterbox, letterboxOf } from './letterbox.ts';

/** A grey picture by what each pixel is. */
function picture(width: number, height: number, grey: (x: number, y: number) => number) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    data.fill(grey(i % width, Math.floor(i / width)), 4 * i, 4 * i + 3);
    data[4 * i + 3] = 255;
  }
  return { width, height, data };
}

/** Red of a pixel of the network's input. */
const at = ({ data }: { readonly data: ArrayLike<number> }, x: number, y: number) => data[(y * 128 + x) * 3];

test('a picture lies in the middle of a black square, sampled at the corners of pixels', () => {
  const input = letterbox(picture(256, 128, (x, y) => x / 2 + y));
  expect([input.widthPx, input.heightPx, input.data.length]).toEqual([128, 128, 128 * 128 * 3]);
  expect(letterboxOf({ width: 256, height: 128 })).toEqual({ sidePx: 256, leftPx: 0, topPx: 64 });
  // Two pixels a step, from the first on; the picture begins after 32 rows.
  expect([at(input, 0, 31), at(input, 0, 32), at(input, 10, 40), at(input, 127, 95), at(input, 127, 96)]).toEqual([
    0,
    0,
    10 + 16,
    127 + 126,
    0,
  ]);
});

test('between pixels it interpolates in steps of a 32nd, and rounds half up', () => {
  // Beyond its end the picture is black.
  const input = letterbox(picture(3, 3, (x) => 100 + x));
  // 3/128 of a pixel are a 32nd, 22 × 3/128 = 0.516 are 17 of them.
  expect([0, 1, 22, 85].map((x) => at(input, x, 0))).toEqual([100, 100, 101, 102]);
  expect(at(letterbox(picture(64, 64, (x) => x)), 1, 0)).toBe(1);
  expect(at(letterbox(picture(3, 3, () => 200)), 127, 0)).toBe(Math.floor((200 * 1) / 32 + 0.5));
});

test('an odd rest is shared by both sides, by halves of a pixel', () => {
  const input = letterbox(picture(127, 128, () => 200));
  expect([at(input, 0, 5), at(input, 1, 5), at(input, 127, 5)]).toEqual([100, 200, 100]);
});
