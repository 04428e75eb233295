import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FaceVerifyError } from '@face-verify/core';

/** Length of the targets, and of the embedders that learn from them. */
export const TARGET_LENGTH = 128;

/** Beside the packed crops: float32, little-endian, a row for each crop. */
export const TARGETS_FILE = 'targets.f32';

/**
 * What a student is to give for each crop, of unit length.
 *
 * @param pack - folder of the packed crops
 * @param crops - how many crops that has
 * @throws {FaceVerifyError} `asset-unavailable` that says what to run where they are missing or of other crops
 */
export function openTargets(pack: string, crops: number): (crop: number) => Float32Array {
  const file = path.join(pack, TARGETS_FILE);
  if (!existsSync(file))
    throw new FaceVerifyError('asset-unavailable', 'The crops have no targets yet: run `npm run -s lab -- teach`.');
  const bytes = readFileSync(file);
  if (bytes.byteLength !== 4 * TARGET_LENGTH * crops)
    throw new FaceVerifyError(
      'asset-unavailable',
      `${TARGETS_FILE} is of other crops: run \`npm run -s lab -- teach\`.`,
    );
  const rows = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return (crop) => rows.subarray(crop * TARGET_LENGTH, (crop + 1) * TARGET_LENGTH);
}
