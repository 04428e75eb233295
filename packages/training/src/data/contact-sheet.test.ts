import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type ContactTile, drawContactSheet } from './contact-sheet.ts';

function tile(grey: number, points: ContactTile['points'] = []): ContactTile {
  return { image: { widthPx: 16, heightPx: 16, channels: 3, data: new Uint8Array(16 * 16 * 3).fill(grey) }, points };
}

async function draw(tiles: readonly ContactTile[], zoom: number) {
  const jpeg = await drawContactSheet(tiles, { columns: 2, zoom });
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  return { width: info.width, height: info.height, at };
}

describe('drawContactSheet', () => {
  it('lays tiles out in rows, enlarged', async () => {
    const { width, height, at } = await draw([tile(40), tile(120), tile(200)], 2);
    expect([width, height]).toEqual([64, 64]);
    for (const [x, y, grey] of [
      [10, 10, 40],
      [50, 10, 120],
      [10, 50, 200],
      [50, 50, 0],
    ] as const) {
      expect(at(x, y)[0]).toBeCloseTo(grey, -1);
    }
  });

  it('marks points in their own tile only', async () => {
    const { at } = await draw(
      [
        tile(40),
        tile(40, [
          [8, 8],
          [100, 8],
        ]),
      ],
      4,
    );
    const [red = 0, green = 0] = at(64 + 34, 34);
    expect(green - red).toBeGreaterThan(60);
    expect(at(34, 34)[1]).toBeCloseTo(40, -1);
  });
});
