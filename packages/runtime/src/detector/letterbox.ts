import type { RgbImage } from '@face-verify/core';
import { BLAZE_FACE_INPUT_PX } from '@face-verify/nets';

/** Whole steps between two pixels at which MediaPipe's image library interpolates. */
const STEPS = 32;

type Picture = Pick<ImageData, 'width' | 'height' | 'data'>;

/** Where a picture lies in the square that the network sees: side of the square and what is above and left, in its pixels. */
export function letterboxOf({ width, height }: Pick<Picture, 'width' | 'height'>) {
  const sidePx = Math.max(width, height);
  return { sidePx, leftPx: (sidePx - width) / 2, topPx: (sidePx - height) / 2 };
}

/**
 * The picture in the middle of the square that the network sees, black around it.
 *
 * To the value what MediaPipe makes of it, or scores would differ: one sample for each pixel, at its corner and not in its
 * middle, interpolated between four neighbours in steps of a 32nd, rounded half up.
 */
export function letterbox(picture: Picture): RgbImage {
  const size = BLAZE_FACE_INPUT_PX;
  const { width, height, data } = picture;
  const { sidePx, leftPx, topPx } = letterboxOf(picture);
  const columns = samples(sidePx / size, leftPx, width);
  const rows = samples(sidePx / size, topPx, height);
  const out = new Uint8ClampedArray(size * size * 3);
  let o = 0;
  for (const row of rows) {
    for (const column of columns) {
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (const { place: y, weight: down } of row) {
          for (const { place: x, weight } of column) sum += down * weight * (data[(y * width + x) * 4 + c] as number);
        }
        out[o++] = Math.floor(sum + 0.5);
      }
    }
  }
  return { widthPx: size, heightPx: size, channels: 3, data: out };
}

/** For each place along a side of the input: the pixels that are sampled, and their weights; black ones are left out. */
function samples(step: number, before: number, length: number) {
  return Array.from({ length: BLAZE_FACE_INPUT_PX }, (_, i) => {
    const at = Math.round((i * step - before) * STEPS) / STEPS;
    const place = Math.floor(at);
    const weight = at - place;
    const both = [
      { place, weight: 1 - weight },
      { place: place + 1, weight },
    ];
    return both.filter((sample) => sample.weight > 0 && sample.place >= 0 && sample.place < length);
  });
}
