import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FaceVerifyError } from '@face-verify/core';
import { Matrix } from 'ml-matrix';
import { CROP_SETS, type CropRecord, type CropSet } from '../data/crop.ts';
import { TARGET_LENGTH } from './distillation-targets.ts';

/** Says of each file of targets how its rows are stored. */
const FORMATS_FILE = 'embeddings.json';

interface StoredFormat {
  /** Columns of a row, in order of their variance over all crops; more than an embedder learns. */
  readonly dims: number;
  readonly rows: number;
}

/**
 * The targets that lie beside the research sets, one int8 row for each crop: of each the columns that an embedder
 * learns, of unit length.
 *
 * @param folder - of the sets
 * @returns [crops, {@link TARGET_LENGTH}]
 * @throws {FaceVerifyError} `asset-unavailable` where a file is not as its description says, or has no row for a crop
 */
export function readStoredTargets(records: readonly CropRecord[], folder: string): Matrix {
  const formats: Readonly<Record<string, StoredFormat | undefined>> = JSON.parse(
    readFileSync(path.join(folder, FORMATS_FILE), 'utf8'),
  );
  const sets = new Map<string, (row: number) => Float64Array>(
    CROP_SETS.map((set) => [set, openSet(set, folder, formats)]),
  );
  return new Matrix(records.map(({ set, row }) => rowOf(sets, set, row)));
}

function rowOf(sets: ReadonlyMap<string, (row: number) => Float64Array>, set: string, row: number): Float64Array {
  const read = sets.get(set);
  if (read === undefined) throw unavailable(`There are no targets for the set ${set}.`);
  return read(row);
}

/** @returns what gives the target of a crop by its row in the set */
function openSet(
  set: CropSet,
  folder: string,
  formats: Readonly<Record<string, StoredFormat | undefined>>,
): (row: number) => Float64Array {
  const name = `${set}.target.i8`;
  const format = formats[name];
  const bytes = readFileSync(path.join(folder, name));
  if (format === undefined || format.dims < TARGET_LENGTH || bytes.length !== format.dims * format.rows)
    throw unavailable(`${name} is not what ${FORMATS_FILE} says.`);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return (row) => {
    if (row >= format.rows) throw unavailable(`${name} has no row for crop ${row}.`);
    const start = row * format.dims;
    // What a step of an int8 is worth in its set cancels in a unit vector.
    const own = Float64Array.from(values.subarray(start, start + TARGET_LENGTH));
    const length = Math.hypot(...own);
    if (length === 0) throw unavailable(`${name} has no direction for crop ${row}.`);
    return own.map((value) => value / length);
  };
}

function unavailable(message: string): FaceVerifyError {
  return new FaceVerifyError('asset-unavailable', message);
}
