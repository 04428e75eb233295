import type { RgbaImage } from '@face-verify/core';
import { describe, expect, test } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { detectInTiles } from './detect-in-tiles.ts';
import { keepBestFaces } from './keep-best-faces.ts';

const SPOT_PX = 20;

/** A black picture with white squares: the faces of {@link findSpots}. */
function pictureWithSpots(widthPx: number, heightPx: number, spots: readonly (readonly [number, number])[]): RgbaImage {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (const [x, y] of spots) {
    for (let row = y; row < y + SPOT_PX; row++)
      data.fill(255, (row * widthPx + x) * 4, (row * widthPx + x + SPOT_PX) * 4);
  }
  return { widthPx, heightPx, channels: 4, data };
}

/** A detector that finds whole white squares. */
function findSpots({ widthPx, heightPx, data }: RgbaImage) {
  const white = (x: number, y: number) =>
    x >= 0 && x < widthPx && y >= 0 && y < heightPx && data[(y * widthPx + x) * 4] === 255;
  const found = [];
  for (let y = 0; y + SPOT_PX <= heightPx; y++) {
    for (let x = 0; x + SPOT_PX <= widthPx; x++) {
      const corners = white(x, y) && white(x + SPOT_PX - 1, y + SPOT_PX - 1);
      if (corners && !white(x - 1, y) && !white(x, y - 1)) found.push(drawnDetection(x, y, SPOT_PX));
    }
  }
  return found;
}

describe('a small face', () => {
  test.for([
    [0, 0],
    [90, 40],
    [280, 180],
    [141, 93],
  ] as const)('at %s is found where it is', async ([x, y]) => {
    const faces = (await detectInTiles(pictureWithSpots(300, 200, [[x, y]]), (tile) => findSpots(tile))).flat();
    expect(faces.length).toBeGreaterThan(0);
    for (const face of faces) expect(face).toEqual(drawnDetection(x, y, SPOT_PX));
  });

  test('does not hide another', async () => {
    const picture = pictureWithSpots(200, 300, [
      [20, 30],
      [60, 30],
      [20, 250],
    ]);
    expect(keepBestFaces(await detectInTiles(picture, (tile) => findSpots(tile)))).toHaveLength(3);
  });
});

test.for([
  [1, 1],
  [1920, 1],
  [1, 1920],
] as const)('a picture of %s pixels has no faces and no empty tiles', async ([width, height]) => {
  const faces = await detectInTiles(pictureWithSpots(width, height, []), (tile) => {
    expect(tile.data.length).toBe(tile.widthPx * tile.heightPx * 4);
    expect(tile.data.length).toBeGreaterThan(0);
    return [];
  });
  expect(faces.flat()).toEqual([]);
});
