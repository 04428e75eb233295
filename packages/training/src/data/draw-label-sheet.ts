import { writeFileSync } from 'node:fs';
import { drawContactSheet } from './contact-sheet.ts';
import type { CropReader } from './crop-reader.ts';
import type { PointLabels } from './point-labels.ts';

const SHEET = { tiles: 30, columns: 6, zoom: 2 } as const;

/** Draws a sheet of crops from all over a pack, with the points that they are labelled with. */
export async function drawLabelSheet(file: string, crops: CropReader, labels: PointLabels): Promise<void> {
  const { length } = crops.records;
  const shown = Math.min(SHEET.tiles, length);
  const tiles = Array.from({ length: shown }, (_, i) => {
    const index = Math.floor((i * length) / shown);
    const points = Object.values(labels(index)?.points ?? {}).map(({ x, y }) => [x, y] as const);
    return { image: crops.read(index), points };
  });
  writeFileSync(file, await drawContactSheet(tiles, SHEET));
}
