import type { FaceDetection, RgbaImage } from '@face-verify/core';
import type { Detect } from './detect.ts';
import { mapFace } from './map-face.ts';

/** Side of a tile, as a share of the photograph's long side. */
const TILE_SHARE = 0.5;
/** How much of a tile its neighbour repeats at least, so that a small face is whole in one of them. */
const MIN_OVERLAP = 0.25;

/**
 * Looks for small faces, in overlapping tiles of the photograph. The detector finds faces from 13 % of the long side,
 * and so from about 6 %.
 *
 * @param detect - finds the faces of one tile
 * @returns the faces of each tile, in pixels of `image`
 */
export async function detectInTiles(image: RgbaImage, detect: Detect): Promise<readonly (readonly FaceDetection[])[]> {
  const side = Math.ceil(Math.max(image.widthPx, image.heightPx) * TILE_SHARE);
  const [width, height] = [Math.min(side, image.widthPx), Math.min(side, image.heightPx)];
  const seen: FaceDetection[][] = [];
  for (const y of tileStarts(image.heightPx, height)) {
    for (const x of tileStarts(image.widthPx, width)) {
      const faces = await detect(cutTile(image, x, y, width, height));
      seen.push(faces.map((face) => mapFace(face, (p) => ({ x: p.x + x, y: p.y + y }))));
    }
  }
  return seen;
}

/** Where tiles begin along a side, evenly. */
function tileStarts(length: number, tile: number): number[] {
  const count = Math.ceil((length - tile) / (tile * (1 - MIN_OVERLAP))) + 1;
  return Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round(((length - tile) * i) / (count - 1))));
}

function cutTile(image: RgbaImage, x: number, y: number, widthPx: number, heightPx: number): RgbaImage {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let row = 0; row < heightPx; row++) {
    const start = ((y + row) * image.widthPx + x) * 4;
    data.set(image.data.subarray(start, start + widthPx * 4), row * widthPx * 4);
  }
  return { widthPx, heightPx, channels: 4, data };
}
