import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RgbImage } from '@face-verify/core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Backdrops, openBackdrops } from './backdrops.ts';
import { createRandom } from './random.ts';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-backdrops-'));
  for (let i = 0; i < 9; i++) {
    const background = i % 8 === 0 ? 'red' : 'blue';
    await sharp({ create: { width: 80, height: 60, channels: 3, background } }).toFile(path.join(folder, `${i}.jpg`));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What of many draws is a window of a picture of one colour, by its red and blue. */
function windows(backdrops: Backdrops): number[][] {
  const drawn = Array.from({ length: 40 }, (_, i) => backdrops(32, createRandom(1, i)));
  const isPlain = ({ data }: RgbImage) => data.every((value, i) => value === data[i % 3]);
  return drawn.filter(isPlain).map(({ data }) => [data[0] as number, data[2] as number]);
}

it('show training no picture that is held out, and held-out sights no other', async () => {
  const { training, heldOut } = await openBackdrops(folder);
  const [learned, measured] = [windows(training), windows(heldOut)];
  expect(learned.length).toBeGreaterThan(20);
  expect(learned.every(([red = 0, blue = 0]) => blue > 200 && red < 50)).toBe(true);
  expect(measured.length).toBeGreaterThan(20);
  expect(measured.every(([red = 0, blue = 0]) => red > 200 && blue < 50)).toBe(true);
});

it('are textures where there is no folder', async () => {
  const { training } = await openBackdrops(path.join(folder, 'none'));
  const [first, again, other] = [1, 1, 2].map((seed) => training(24, createRandom(seed)));
  expect(first).toMatchObject({ widthPx: 24, heightPx: 24 });
  expect(first?.data).toEqual(again?.data);
  expect(first?.data).not.toEqual(other?.data);
});
