import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import type { RgbImage } from '@face-verify/core';
import { CROP_BYTES, CROP_SIZE_PX, type CropRecord } from './crop.ts';
import { PACK_FILES } from './pack-crops.ts';

/** A packed data set, read by position. */
export interface CropReader {
  readonly records: readonly CropRecord[];
  /** @param index - position in {@link records} */
  read(index: number): RgbImage;
  close(): void;
}

/** @throws {Error} that says what to run where the set is not packed */
export function openCrops(folder: string): CropReader {
  const file = path.join(folder, PACK_FILES.pixels);
  if (!existsSync(file)) throw new Error('The crops are not packed yet: run `npm run train:prepare`.');
  const records: CropRecord[] = JSON.parse(readFileSync(path.join(folder, PACK_FILES.index), 'utf8'));
  const descriptor = openSync(file, 'r');
  return {
    records,
    read: (index) => {
      const data = new Uint8Array(CROP_BYTES);
      if (readSync(descriptor, data, 0, CROP_BYTES, index * CROP_BYTES) !== CROP_BYTES) {
        throw new Error(`The packed crops end before crop ${index}: run \`npm run train:prepare\` again.`);
      }
      return { widthPx: CROP_SIZE_PX, heightPx: CROP_SIZE_PX, channels: 3, data };
    },
    close: () => closeSync(descriptor),
  };
}
