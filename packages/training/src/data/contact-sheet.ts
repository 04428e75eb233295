import type { RgbImage } from '@face-verify/core';
import sharp from 'sharp';

/** A crop on a contact sheet, and points to be marked on it, in its pixels. */
export interface ContactTile {
  readonly image: RgbImage;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface ContactSheetOptions {
  readonly columns: number;
  /** Whole number of sheet pixels for each pixel of a tile. */
  readonly zoom: number;
}

/** Visible on skin of any tone. */
const MARK = [0, 255, 80] as const;

/**
 * Draws crops side by side, for a person to look over.
 *
 * @param tiles - all of one size
 * @returns a JPEG
 */
export function drawContactSheet(
  tiles: readonly ContactTile[],
  { columns, zoom }: ContactSheetOptions,
): Promise<Buffer> {
  const sidePx = (tiles[0]?.image.widthPx ?? 1) * zoom;
  const widthPx = sidePx * Math.min(columns, tiles.length || 1);
  const heightPx = sidePx * Math.max(1, Math.ceil(tiles.length / columns));
  const sheet = new Uint8Array(widthPx * heightPx * 3);
  tiles.forEach(({ image, points }, i) => {
    const [left, top] = [(i % columns) * sidePx, Math.floor(i / columns) * sidePx];
    const put = (x: number, y: number, colour: ArrayLike<number>) => {
      if (x >= 0 && y >= 0 && x < sidePx && y < sidePx)
        sheet.set(colour as number[], ((top + y) * widthPx + left + x) * 3);
    };
    for (let y = 0; y < sidePx; y++) {
      for (let x = 0; x < sidePx; x++) {
        const from = (Math.floor(y / zoom) * image.widthPx + Math.floor(x / zoom)) * 3;
        put(x, y, image.data.subarray(from, from + 3));
      }
    }
    for (const [px, py] of points) {
      const [x, y] = [Math.round((px + 0.5) * zoom - 0.5), Math.round((py + 0.5) * zoom - 0.5)];
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const)
        put(x + dx, y + dy, MARK);
    }
  });
  return sharp(sheet, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}
