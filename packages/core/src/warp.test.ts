import { describe, expect, it } from 'vitest';
import { invertTransform, type SimilarityTransform } from './geometry.ts';
import type { RgbImage } from './image.ts';
import { warpImage } from './warp.ts';

const IDENTITY: SimilarityTransform = { a: 1, b: 0, tx: 0, ty: 0 };

function draw(size: number, colour: (x: number, y: number) => number): RgbImage {
  const data = Uint8Array.from({ length: size * size * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return colour(pixel % size, Math.floor(pixel / size));
  });
  return { widthPx: size, heightPx: size, channels: 3, data };
}

const waves = (size: number) => draw(size, (x, y) => 128 + 100 * Math.sin(x / 9) * Math.cos(y / 7));

describe('warpImage', () => {
  it('gives the image back under the identity', () => {
    const image = waves(32);
    expect(Array.from(warpImage(image, IDENTITY, 32).data)).toEqual(Array.from(image.data));
  });

  it('moves by whole pixels exactly, and repeats the border outside', () => {
    const moved = warpImage(
      draw(8, (x) => x * 10),
      { ...IDENTITY, tx: 3 },
      8,
    );
    expect(Array.from({ length: 8 }, (_, x) => moved.data[x * 3])).toEqual([0, 0, 0, 0, 10, 20, 30, 40]);
  });

  it('interpolates between pixels', () => {
    const moved = warpImage(
      draw(4, (x) => x * 10),
      { ...IDENTITY, tx: 0.5 },
      4,
    );
    expect(moved.data[2 * 3]).toBe(15);
  });

  it('is undone by its inverse, away from the border', () => {
    const image = waves(64);
    const turn: SimilarityTransform = { a: Math.cos(0.3), b: Math.sin(0.3), tx: 10, ty: -6 };
    const back = warpImage(warpImage(image, turn, 64), invertTransform(turn), 64);
    for (let y = 24; y < 40; y++) {
      for (let x = 24; x < 40; x++) {
        const i = (y * 64 + x) * 3;
        expect(Math.abs((back.data[i] as number) - (image.data[i] as number))).toBeLessThanOrEqual(3);
      }
    }
  });

  it('averages what it shrinks, so that a fine pattern turns grey and not into false texture', () => {
    const checkers = draw(256, (x, y) => ((x + y) % 2 === 0 ? 255 : 0));
    const small = warpImage(checkers, { a: 1 / 8, b: 0, tx: 0, ty: 0 }, 32);
    const inner = Array.from({ length: 30 }, (_, x) => small.data[(16 * 32 + x + 1) * 3] as number);
    expect(Math.min(...inner)).toBeGreaterThan(115);
    expect(Math.max(...inner)).toBeLessThan(140);
  });

  it('ignores alpha', () => {
    const data = new Uint8Array(4 * 4 * 4).fill(90);
    for (let i = 3; i < data.length; i += 4) data[i] = 0;
    const warped = warpImage({ widthPx: 4, heightPx: 4, channels: 4, data }, IDENTITY, 4);
    expect(new Set(warped.data)).toEqual(new Set([90]));
  });
});
