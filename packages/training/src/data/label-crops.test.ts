import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CROP_BYTES, type CropRecord } from './crop.ts';
import { PACK_FILES, writePackIndex } from './crop-pack.ts';
import { openCrops } from './crop-reader.ts';
import { labelCrops } from './label-crops.ts';
import {
  LABEL_FILES,
  LABELLED_POINT_NAMES,
  LABELLED_POINTS,
  packDigest,
  readPointLabels,
  toRow,
} from './point-labels.ts';

const CROPS = 40;

let folder: string;
/** First byte of every crop that the landmarker was shown. */
let shown: number[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-labels-'));
  shown = [];
  await writePack(1);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Each crop is filled with its number. */
async function writePack(scale: number): Promise<void> {
  const points = [1, 2, 3, 4, 5].map((x) => [x, x] as const);
  const records = Array.from({ length: CROPS }, (_, row): CropRecord => {
    return { set: 'own', row, points, split: 'train', scale, source: `${row}.jpg` };
  });
  const pixels = Buffer.concat(records.map((_, i) => Buffer.alloc(CROP_BYTES, i)));
  writeFileSync(path.join(folder, PACK_FILES.pixels), pixels);
  await writePackIndex(folder, records);
}

/** Every point lies where the crop's number says; every tenth crop has no face. */
async function label(rgb: Uint8Array): Promise<Float32Array[]> {
  return Array.from({ length: rgb.length / CROP_BYTES }, (_, i) => {
    const number = rgb[i * CROP_BYTES] ?? -1;
    shown.push(number);
    const points = LABELLED_POINT_NAMES.map((_, p) => [number, p] as const);
    return toRow(number % 10 === 0 ? null : { points, yawDegrees: 7, pitchDegrees: -number });
  });
}

async function run({ model = 'a model', labeller = label } = {}): Promise<void> {
  const crops = openCrops(folder);
  const index = { pack: packDigest(folder), model, points: LABELLED_POINTS };
  try {
    await labelCrops({ folder, index, crops, label: labeller, onStart: () => undefined, onCrop: () => undefined });
  } finally {
    crops.close();
  }
}

describe('labels of a pack', () => {
  it('come back by crop and by name', async () => {
    await run();
    const labels = readPointLabels(folder, CROPS);
    expect(labels(10)).toBeUndefined();
    expect(labels(33)).toMatchObject({ yawDegrees: 7, pitchDegrees: -33 });
    expect(labels(33)?.points.noseTip).toEqual({ x: 33, y: LABELLED_POINT_NAMES.indexOf('noseTip') });
  });

  it('go on where a run was cut off, even inside a row', async () => {
    await run();
    const whole = readFileSync(rows());
    truncateSync(rows(), Math.floor(whole.length / 2) + 3);
    shown = [];
    await run();
    expect(shown[0]).toBe(20);
    expect(readFileSync(rows()).equals(whole)).toBe(true);
  });

  it('are made anew for another model', async () => {
    await run();
    shown = [];
    await run({ model: 'another' });
    expect(shown).toHaveLength(CROPS);
  });

  it('are refused where they are missing, unfinished, or of another pack', async () => {
    expect(() => readPointLabels(folder, CROPS)).toThrow('not there yet: run `npm run -s lab -- label`');
    await run();
    truncateSync(rows(), readFileSync(rows()).length - 4);
    expect(() => readPointLabels(folder, CROPS)).toThrow('are not finished');
    await writePack(2);
    expect(() => readPointLabels(folder, CROPS)).toThrow('are of another pack');
  });

  it('are not written where fewer labels come than crops', async () => {
    await expect(run({ labeller: async () => [] })).rejects.toThrow('0 labels came for 16 crops.');
    expect(readFileSync(rows())).toHaveLength(0);
    expect(existsSync(path.join(folder, LABEL_FILES.index))).toBe(true);
  });
});

const rows = () => path.join(folder, LABEL_FILES.rows);
