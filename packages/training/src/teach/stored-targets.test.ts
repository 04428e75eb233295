import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CROP_SETS } from '../data/crop.ts';
import { cropOf } from '../testing/crop-of.ts';
import { readStoredTargets } from './stored-targets.ts';

const DIMS = 130;
const ROWS = 3;

let folder: string;

/** Row r of every set points along axis r, with more of it beyond the columns that are learned. */
function writeTargets(rows = ROWS): void {
  const values = new Int8Array(DIMS * ROWS);
  for (let row = 0; row < ROWS; row++) {
    values[row * DIMS + row] = 40;
    values[row * DIMS + DIMS - 1] = 100;
  }
  for (const set of CROP_SETS) writeFileSync(path.join(folder, `${set}.target.i8`), values);
  const formats = CROP_SETS.map((set) => [`${set}.target.i8`, { dims: DIMS, scale: 0.004, rows }]);
  writeFileSync(path.join(folder, 'embeddings.json'), JSON.stringify(Object.fromEntries(formats)));
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-targets-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('stored targets', () => {
  it('are cut to what is learned, and then of unit length', () => {
    writeTargets();
    const targets = readStoredTargets([cropOf({ set: 'pubfig', row: 2 }), cropOf({ set: 'celeba', row: 0 })], folder);
    expect([targets.rows, targets.columns]).toEqual([2, 128]);
    expect(targets.getRow(0).indexOf(1)).toBe(2);
    expect(targets.getRow(1).indexOf(1)).toBe(0);
    expect(targets.norm()).toBeCloseTo(Math.SQRT2, 12);
  });

  it.each([
    ['a crop without a row', ROWS, { set: 'celeba', row: 3 }, 'has no row for crop 3'],
    ['a set that has none', ROWS, { set: 'own', row: 0 }, 'no targets for the set own'],
    ['a file of another size than described', 4, { set: 'celeba', row: 0 }, 'not what embeddings.json says'],
  ])('are refused for %s', (_case, rows, crop, message) => {
    writeTargets(rows);
    expect(() => readStoredTargets([cropOf(crop)], folder)).toThrow(message);
  });
});
