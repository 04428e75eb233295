import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { FaceVerifyError, type RgbImage } from '@face-verify/core';
import { CROP_BYTES, CROP_SIZE_PX, type CropRecord } from './crop.ts';
import { PACK_FILES, parsePackIndex } from './crop-pack.ts';

/** A packed data set, read by position. */
export interface CropReader {
  readonly records: readonly CropRecord[];
  /** @param index - position in {@link records} */
  read(index: number): RgbImage;
  close(): void;
}

/** @throws {FaceVerifyError} `asset-unavailable` that says what to run where the set is not packed, or damaged */
export function openCrops(folder: string): CropReader {
  const [pixels, index] = [path.join(folder, PACK_FILES.pixels), path.join(folder, PACK_FILES.index)];
  if (!existsSync(pixels) || !existsSync(index)) {
    const message = 'The crops are not packed yet: run `npm run -s lab -- prepare --help`.';
    throw new FaceVerifyError('asset-unavailable', message);
  }
  const records = parsePackIndex(readFileSync(index, 'utf8'));
  const descriptor = openSync(pixels, 'r');
  const { size } = fstatSync(descriptor);
  if (size !== records.length * CROP_BYTES) {
    closeSync(descriptor);
    const held = `${PACK_FILES.pixels} holds ${size / CROP_BYTES} crops, ${PACK_FILES.index} lists ${records.length}`;
    throw new FaceVerifyError('asset-unavailable', `The packed crops are damaged: ${held}. Prepare them again.`);
  }
  return {
    records,
    read: (index) => {
      const data = new Uint8Array(CROP_BYTES);
      if (readSync(descriptor, data, 0, CROP_BYTES, index * CROP_BYTES) !== CROP_BYTES) {
        throw new FaceVerifyError('asset-unavailable', `There is no crop ${index} in the pack.`);
      }
      return { widthPx: CROP_SIZE_PX, heightPx: CROP_SIZE_PX, channels: 3, data };
    },
    close: () => closeSync(descriptor),
  };
}
