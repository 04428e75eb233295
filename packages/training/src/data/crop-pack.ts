import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FaceVerifyError } from '@face-verify/core';
import { CROP_SPLITS, type CropRecord } from './crop.ts';

/**
 * A packed data set is a folder of two files: the crops' pixels (144×144, RGB, row by row) one after the other, and
 * their records in the same order as one JSON array. Decoded once, since reading pixels back is 30 times as fast as
 * decoding them.
 */
export const PACK_FILES = { pixels: 'crops.rgb', index: 'crops.json' } as const;

/**
 * Writes the index of a pack whose pixels are written. It comes last and is there as a whole or not at all, so a pack
 * without one is not finished.
 */
export async function writePackIndex(
  folder: string,
  records: Iterable<CropRecord> | AsyncIterable<CropRecord>,
): Promise<void> {
  const index = path.join(folder, PACK_FILES.index);
  await pipeline(indexText(records), createWriteStream(`${index}.part`));
  await rename(`${index}.part`, index);
}

/** One JSON array, one record a line. */
async function* indexText(records: Iterable<CropRecord> | AsyncIterable<CropRecord>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const record of records) {
    yield separator + JSON.stringify(record);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** @throws {FaceVerifyError} `asset-unavailable` where the text is no index, or a record says too little */
export function parsePackIndex(text: string): CropRecord[] {
  const records = parseJson(text);
  if (!Array.isArray(records)) throw packError('is no list of crops');
  const wrong = records.findIndex((record) => !isCropRecord(record));
  if (wrong !== -1) throw packError(`says too little of crop ${wrong}`);
  return records;
}

/** @param fault - what is wrong with the index */
function packError(fault: string): FaceVerifyError {
  const message = `The packed crops are damaged: ${PACK_FILES.index} ${fault}. Prepare them again.`;
  return new FaceVerifyError('asset-unavailable', message);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isCropRecord(value: unknown): value is CropRecord {
  const { set, row, points, identity, split, scale, source } = (value ?? {}) as Partial<CropRecord>;
  return (
    typeof set === 'string' &&
    Number.isInteger(row) &&
    Array.isArray(points) &&
    points.length === 5 &&
    points.flat().length === 10 &&
    points.flat().every(Number.isFinite) &&
    (identity === undefined || typeof identity === 'string') &&
    (CROP_SPLITS as readonly unknown[]).includes(split) &&
    Number.isFinite(scale) &&
    typeof source === 'string'
  );
}
