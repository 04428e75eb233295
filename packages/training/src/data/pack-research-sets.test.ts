import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CROP_SETS } from './crop.ts';
import { PACK_FILES } from './crop-pack.ts';
import { openCrops } from './crop-reader.ts';
import { packResearchSets } from './pack-research-sets.ts';

const POINTS = [1, 2, 3, 4, 5].map((x) => [x, x]);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-research-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function jpeg(grey: number, sizePx = 144): Promise<Buffer> {
  const background = { r: grey, g: grey, b: grey };
  return sharp({ create: { width: sizePx, height: sizePx, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** A set of one crop, which has a file of its own. */
function writeSet(set: string, crop: Buffer | undefined): Promise<void> {
  const line = { file: '0.jpg', source: set, points: POINTS, scale: 1 };
  return writeTar(set, {
    './index.jsonl': Buffer.from(`${JSON.stringify(line)}\n`),
    ...(crop && { './0.jpg': crop }),
  });
}

async function writeTar(set: string, members: Readonly<Record<string, Buffer>>): Promise<void> {
  const tar = pack();
  for (const [name, bytes] of Object.entries(members)) tar.entry({ name }, bytes);
  tar.finalize();
  writeFileSync(path.join(folder, `${set}.tar`), await buffer(tar));
}

function packAll(): Promise<number> {
  const progress = { onSet: () => undefined, onCrop: () => undefined };
  return packResearchSets((set) => path.join(folder, `${set}.tar`), path.join(folder, 'pack'), progress);
}

describe('packResearchSets', () => {
  it('packs the crops of all sets in their order', async () => {
    for (const [i, set] of CROP_SETS.entries()) await writeSet(set, await jpeg(10 * i));
    expect(await packAll()).toBe(CROP_SETS.length);
    const crops = openCrops(path.join(folder, 'pack'));
    expect(crops.records.map(({ set, row, split }) => [set, row, split])).toEqual(
      CROP_SETS.map((set) => [set, 0, 'train']),
    );
    CROP_SETS.forEach((_, i) => {
      expect(crops.read(i).data[5000]).toBeCloseTo(10 * i, -1);
    });
    crops.close();
  });

  it('finds the crops of a set that lie in one file, one after the other', async () => {
    for (const set of CROP_SETS) await writeSet(set, await jpeg(1));
    const crops = [await jpeg(40), await jpeg(80)];
    const facts = { points: POINTS, scale: 1, split: 'val2', identity: 'someone' };
    const lines = crops.map(({ length }, i) =>
      JSON.stringify({ at: [i * (crops[0]?.length ?? 0), length], source: `${i}.jpg`, ...facts }),
    );
    await writeTar('pubfig', { 'index.jsonl.gz': gzipSync(lines.join('\n')), 'crops.bin': Buffer.concat(crops) });
    await packAll();
    const reader = openCrops(path.join(folder, 'pack'));
    const packed = reader.records.flatMap(({ set }, i) => (set === 'pubfig' ? [i] : []));
    expect(packed.map((i) => reader.records[i])).toEqual(
      [0, 1].map((row) => ({ set: 'pubfig', row, source: `${row}.jpg`, ...facts })),
    );
    expect(packed.map((i) => Math.round((reader.read(i).data[5000] ?? 0) / 10))).toEqual([4, 8]);
    reader.close();
  });

  it.each([
    ['is damaged', async () => Buffer.from('no image')],
    ['is listed but not there', async () => undefined],
    ['is 100×100 px', () => jpeg(1, 100)],
  ])('leaves no pack where a crop %s', async (fault, crop) => {
    for (const set of CROP_SETS) await writeSet(set, await jpeg(1));
    await writeSet('mebeauty', await crop());
    await expect(packAll()).rejects.toThrow(`mebeauty: crop 0 ${fault}.`);
    for (const file of Object.values(PACK_FILES)) expect(existsSync(path.join(folder, 'pack', file))).toBe(false);
  });
});
