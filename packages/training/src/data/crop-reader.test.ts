import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CROP_BYTES, type CropRecord } from './crop.ts';
import { PACK_FILES, writePackIndex } from './crop-pack.ts';
import { openCrops } from './crop-reader.ts';

const POINTS = [1, 2, 3, 4, 5].map((x) => [x, x] as const);
const RECORDS = [0, 1].map((row): CropRecord => {
  return { set: 'own', row, points: POINTS, identity: `person ${row}`, split: 'train', scale: 1, source: `${row}.jpg` };
});

let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-pack-'));
  const pixels = Buffer.alloc(RECORDS.length * CROP_BYTES);
  pixels.fill(7, CROP_BYTES);
  writeFileSync(path.join(folder, PACK_FILES.pixels), pixels);
  await writePackIndex(folder, RECORDS);
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('openCrops', () => {
  it('gives back records and pixels', () => {
    const crops = openCrops(folder);
    expect(crops.records).toEqual(RECORDS);
    expect(crops.read(0).data.every((value) => value === 0)).toBe(true);
    expect(crops.read(1).data.every((value) => value === 7)).toBe(true);
    expect(() => crops.read(2)).toThrow('There is no crop 2');
    crops.close();
  });

  it('says what to run where the pack is not finished', () => {
    rmSync(path.join(folder, PACK_FILES.index));
    expect(() => openCrops(folder)).toThrow('not packed yet: run `npm run -s lab -- prepare');
  });

  it('refuses pixels that were cut off', () => {
    truncateSync(path.join(folder, PACK_FILES.pixels), CROP_BYTES + 100);
    expect(() => openCrops(folder)).toThrow(/damaged: crops.rgb holds 1.00\d* crops, crops.json lists 2/);
  });

  it.each([
    ['is no list of crops', '[{"set":'],
    ['is no list of crops', '{}'],
    ['says too little of crop 1', JSON.stringify([RECORDS[0], { ...RECORDS[1], points: [[1, 2]] }])],
    ['says too little of crop 0', JSON.stringify([{ ...RECORDS[0], split: 'test' }, RECORDS[1]])],
    ['says too little of crop 0', JSON.stringify([null, RECORDS[1]])],
  ])('refuses an index that %s', (fault, text) => {
    writeFileSync(path.join(folder, PACK_FILES.index), text);
    expect(() => openCrops(folder)).toThrow(`damaged: crops.json ${fault}`);
  });
});
