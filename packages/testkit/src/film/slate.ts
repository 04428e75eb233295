import type { PixelImage, RgbImage } from '@face-verify/core';

/** Side of a square. Video halves the colour's resolution and smears edges; the middle of a square survives. */
const SQUARE_PX = 12;
/** What every slate begins with, by which it is told from a frame without one. */
const MARK = '10';
const BITS = 6;

/** Numbers below this can be written on a slate. */
export const SLATE_COUNT = 2 ** BITS;

/**
 * Numbers a frame of a film by a row of white (1) and black (0) squares in the bottom left corner, so that whoever
 * has a frame of a camera knows what it shows, whenever it was taken.
 *
 * @param number - a whole number, 0 to {@link SLATE_COUNT} − 1
 */
export function drawSlate(image: RgbImage, number: number): RgbImage {
  if (!(Number.isInteger(number) && number >= 0 && number < SLATE_COUNT)) {
    throw new RangeError(`A slate takes whole numbers from 0 to ${SLATE_COUNT - 1}.`);
  }
  const squares = MARK + number.toString(2).padStart(BITS, '0');
  const data = Uint8ClampedArray.from(image.data);
  [...squares].forEach((square, i) => {
    for (let row = image.heightPx - SQUARE_PX; row < image.heightPx; row++) {
      const start = 3 * (row * image.widthPx + i * SQUARE_PX);
      data.fill(square === '1' ? 255 : 0, start, start + 3 * SQUARE_PX);
    }
  });
  return { ...image, data };
}

/** The number that {@link drawSlate} wrote; undefined for a frame without a slate. */
export function readSlate({ widthPx, heightPx, channels, data }: PixelImage): number | undefined {
  const row = heightPx - SQUARE_PX / 2;
  const squares = Array.from({ length: MARK.length + BITS }, (_, i) => {
    const green = data[channels * (row * widthPx + (i + 0.5) * SQUARE_PX) + 1] ?? 0;
    return green > 127 ? '1' : '0';
  }).join('');
  return squares.startsWith(MARK) ? Number.parseInt(squares.slice(MARK.length), 2) : undefined;
}
