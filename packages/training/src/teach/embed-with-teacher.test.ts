import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '@tensorflow/tfjs';
import type { RgbImage } from '@face-verify/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CROP_SIZE_PX } from '../data/crop.ts';
import type { CropReader } from '../data/crop-reader.ts';
import { cropOf } from '../testing/crop-of.ts';
import { openTargets, TARGET_LENGTH, TARGETS_FILE } from './distillation-targets.ts';
import { embedWithTeacher, LENGTH_M } from './embed-with-teacher.ts';
import type { MobileFaceTeacher } from './mobile-face-teacher.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-teachers-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Crops whose left half is as bright as their position, and whose right half is black. */
const SILENT = { onStart: () => undefined, onCrops: () => undefined };
const CROPS: CropReader = {
  records: Array.from({ length: 70 }, (_, row) => cropOf({ row })),
  read: (index) => {
    const data = new Uint8Array(CROP_SIZE_PX * CROP_SIZE_PX * 3);
    for (let i = 0; i < data.length; i++) if (Math.floor(i / 3) % CROP_SIZE_PX < CROP_SIZE_PX / 2) data[i] = index + 1;
    return { widthPx: CROP_SIZE_PX, heightPx: CROP_SIZE_PX, channels: 3, data };
  },
  close: () => undefined,
};

/** Gives the first and the last pixel of a face. */
const TEACHER: Pick<MobileFaceTeacher, 'teach'> = {
  teach: (faces: readonly RgbImage[]) => {
    const rows = faces.map(({ data }) => [data[0] ?? 0, data[data.length - 1] ?? 0, 50]);
    return {
      embedding: tf.pad2d(tf.tensor2d(rows), [
        [0, 0],
        [0, LENGTH_M - 3],
      ]),
    } as ReturnType<MobileFaceTeacher['teach']>;
  },
};
const teacher = async () => TEACHER as MobileFaceTeacher;
const noTeacher = () => Promise.reject(new Error('There is no teacher.'));

it('sums what the teacher says of each crop and of its mirror image, and goes on after a row that was cut short', async () => {
  const [whole, broken] = [path.join(folder, 'whole'), path.join(folder, 'broken')];
  await embedWithTeacher(CROPS, teacher, whole, SILENT);
  const rows = readFileSync(whole);
  expect(rows.length).toBe(70 * 4 * LENGTH_M);
  const of = (crop: number) => [0, 1, 2].map((i) => rows.readFloatLE(4 * (crop * LENGTH_M + i)));
  const length = Math.hypot(11, 50);
  for (const [i, value] of [11 / length, 11 / length, 100 / length].entries()) expect(of(10)[i]).toBeCloseTo(value, 5);

  appendFileSync(broken, rows);
  truncateSync(broken, 5 * 4 * LENGTH_M + 7);
  await embedWithTeacher(CROPS, teacher, broken, SILENT);
  expect(readFileSync(broken).equals(rows)).toBe(true);
});

it('needs no teacher where every crop has its row', async () => {
  const file = path.join(folder, 'rows');
  await expect(embedWithTeacher(CROPS, noTeacher, file, SILENT)).rejects.toThrow('no teacher');
  await embedWithTeacher(CROPS, teacher, file, SILENT);
  await embedWithTeacher(CROPS, noTeacher, file, SILENT);
});

it('refuses targets that are missing or of other crops, and says what to run', () => {
  expect(() => openTargets(folder, 2)).toThrow(/no targets yet: run `npm run -s lab -- teach`/);
  appendFileSync(path.join(folder, TARGETS_FILE), new Uint8Array(4 * TARGET_LENGTH * 2));
  expect(openTargets(folder, 2)(1)).toHaveLength(TARGET_LENGTH);
  expect(() => openTargets(folder, 3)).toThrow(/of other crops/);
});
