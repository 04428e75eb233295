import type { Point, RgbImage } from '@face-verify/core';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededDraws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard deviation of a pixel, of 255: of a webcam indoors. */
const NOISE = 4;
/** How far a head, or a hand with a photograph, moves by itself from frame to frame, in pixels. */
const TREMBLE_PX = 1;

/** A frame as a camera gives it: no two are alike. */
export interface CameraFrame {
  readonly image: RgbImage;
  /** What was added to every place. */
  readonly shift: Point;
}

/**
 * Shifts a picture a little and adds noise.
 *
 * @param draw - gives numbers in [0, 1)
 */
export function throughCamera(image: RgbImage, draw: () => number): CameraFrame {
  const anywhere = () => Math.round((2 * draw() - 1) * TREMBLE_PX);
  const shift = { x: anywhere(), y: anywhere() };
  const { widthPx, heightPx } = image;
  const data = new Uint8ClampedArray(image.data.length);
  for (let y = 0; y < heightPx; y++) {
    const row = Math.min(heightPx - 1, Math.max(0, y - shift.y)) * widthPx;
    for (let x = 0; x < widthPx; x++) {
      const from = 3 * (row + Math.min(widthPx - 1, Math.max(0, x - shift.x)));
      // The sum of three draws is near enough to a normal one.
      const noise = 2 * NOISE * (draw() + draw() + draw() - 1.5);
      for (let channel = 0; channel < 3; channel++) {
        data[3 * (y * widthPx + x) + channel] = (image.data[from + channel] as number) + noise;
      }
    }
  }
  return { image: { ...image, data }, shift };
}
