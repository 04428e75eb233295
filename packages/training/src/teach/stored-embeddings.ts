import { readFileSync } from 'node:fs';
import { Matrix } from 'ml-matrix';
import { CROP_SETS, type CropRecord, type CropSet } from '../data/crop.ts';

/** Length of teacher D's embeddings. */
const LENGTH_D = 128;

/**
 * Teacher D's embeddings, which lie beside the research sets: averaged over crop and mirror image, not normalised.
 *
 * @param file - where those of a set are
 * @returns [crops, 128]
 * @throws {Error} where a set has fewer embeddings than crops
 */
export function readDlibEmbeddings(records: readonly CropRecord[], file: (set: CropSet) => string): Matrix {
  const stored = new Map<string, Float32Array>(CROP_SETS.map((set) => [set, readFloats(file(set))]));
  return new Matrix(
    records.map(({ set, row }) => {
      const values = stored.get(set)?.subarray(row * LENGTH_D, (row + 1) * LENGTH_D);
      if (values?.length !== LENGTH_D) throw new Error(`${set}: the teacher's embeddings end before crop ${row}.`);
      return values;
    }),
  );
}

/** @returns as many rows of a length as the file has */
export function readRows(file: string, length: number): Matrix {
  const values = readFloats(file);
  return new Matrix(
    Array.from({ length: values.length / length }, (_, row) => values.subarray(row * length, (row + 1) * length)),
  );
}

function readFloats(file: string): Float32Array {
  const bytes = readFileSync(file);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}
