import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CROP_BYTES } from '../crop.ts';
import { PACK_FILES } from '../crop-pack.ts';
import { openCrops } from '../crop-reader.ts';
import type { FoundPhotograph } from './find-photographs.ts';
import { summaryLines } from './preparation-report.ts';
import { type CroppedPhotograph, PREPARATION_FILES, preparePhotographs } from './prepare-photographs.ts';

const POINTS = [1, 2, 3, 4, 5].map((x) => [x, x] as const);

let root: string;
/** The photographs that the pipeline was asked for, over all runs of a test. */
let asked: string[];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'face-verify-prepare-'));
  mkdirSync(at('photos'));
  asked = [];
});

afterEach(() => rmSync(root, { recursive: true }));

const at = (...parts: string[]) => path.join(root, ...parts);

/** A number is the grey of the face in it; a word is why there is none. */
function writePhotographs(photographs: Record<string, number | string>): void {
  for (const [source, content] of Object.entries(photographs)) {
    mkdirSync(path.dirname(at('photos', source)), { recursive: true });
    writeFileSync(at('photos', source), String(content));
  }
}

async function cropPhotograph({ file, source }: FoundPhotograph): Promise<CroppedPhotograph> {
  asked.push(source);
  const content = readFileSync(file, 'utf8');
  if (content === 'power cut') throw new Error(content);
  if (Number.isNaN(Number(content))) return { outcome: { kind: 'refused', reason: content } };
  const pixels = new Uint8Array(CROP_BYTES).fill(Number(content));
  return { outcome: { kind: 'packed', points: POINTS, scale: 0.5 }, pixels };
}

function prepare(options: { maker?: string; valShare?: number } = {}) {
  return preparePhotographs({
    folder: at('photos'),
    out: at('out'),
    set: 'own',
    valShare: 0.5,
    seed: 1,
    maker: 'a pipeline',
    ...options,
    cropPhotograph,
    onStart: () => undefined,
    onPhotograph: () => undefined,
  });
}

/** Grey of each packed crop by its photograph. */
function packed(): Record<string, number | undefined> {
  const crops = openCrops(at('out'));
  const greys = crops.records.map(({ source }, i) => [source, crops.read(i).data[0]]);
  crops.close();
  return Object.fromEntries(greys);
}

const FOUR_PEOPLE = { 'a/1.jpg': 11, 'a/2.png': 12, 'b/1.jpg': 21, 'c/deep/1.JPEG': 31, 'd/1.webp': 41 };

describe('preparePhotographs', () => {
  it('packs each face with its identity, and nobody on both sides of the split', async () => {
    writePhotographs({ ...FOUR_PEOPLE, 'notes.txt': 5, '.hidden/1.jpg': 6 });
    const report = await prepare();
    expect(packed()).toEqual(FOUR_PEOPLE);
    const { records } = openCrops(at('out'));
    expect(records.map(({ identity }) => identity)).toEqual(['a', 'a', 'b', 'c', 'd']);
    const sides = new Map(records.map(({ identity, split }) => [identity, split]));
    expect(records.every(({ identity, split }) => sides.get(identity) === split)).toBe(true);
    expect([...sides.values()].sort()).toEqual(['train', 'train', 'val', 'val']);
    expect(report).toMatchObject({ photographs: 5, crops: 5, refused: {} });
    expect(existsSync(at('out', PREPARATION_FILES.contactSheet))).toBe(true);
  });

  it('counts what was refused, says why, and goes on', async () => {
    writePhotographs({ ...FOUR_PEOPLE, 'a/3.jpg': 'no-face', 'b/2.jpg': 'no-face', 'b/3.jpg': 'image-unreadable' });
    const report = await prepare();
    expect(report).toMatchObject({ crops: 5, refused: { 'no-face': 2, 'image-unreadable': 1 } });
    const text = readFileSync(at('out', PREPARATION_FILES.report), 'utf8');
    expect(text).toContain('| no-face | 2 | the detector finds no face |');
    expect(text).toContain('| b/3.jpg | image-unreadable |');
  });

  it('names the identities that have no usable photograph', async () => {
    writePhotographs({ ...FOUR_PEOPLE, 'eve/1.jpg': 'no-face' });
    mkdirSync(at('photos', 'nobody'));
    const lines = summaryLines(await prepare());
    expect(lines).toContain('Warning: No usable photograph of 2 identities: eve, nobody.');
  });

  it('says that identity losses cannot train on one identity', async () => {
    writePhotographs({ 'a/1.jpg': 1, 'a/2.jpg': 2, 'b/1.jpg': 'no-face' });
    const lines = summaryLines(await prepare());
    expect(lines).toContainEqual(expect.stringContaining('Only one identity: identity losses cannot train'));
    expect(openCrops(at('out')).records.every(({ split }) => split === 'train')).toBe(true);
  });

  it('takes photographs of nobody named for training only', async () => {
    writePhotographs({ '1.jpg': 1, '2.jpg': 2 });
    const report = await prepare();
    expect(report.identities.size).toBe(0);
    const { records } = openCrops(at('out'));
    expect(records.map(({ identity, split }) => [identity, split])).toEqual(records.map(() => [undefined, 'train']));
  });

  it('has no pack where no photograph could be used', async () => {
    writePhotographs({ 'a/1.jpg': 'no-face' });
    expect(await prepare()).toMatchObject({ photographs: 1, crops: 0 });
    expect(() => openCrops(at('out'))).toThrow('not packed yet');
  });
});

describe('a preparation that was cut off', () => {
  it('goes on with the next photograph, and has no pack before', async () => {
    writePhotographs({ ...FOUR_PEOPLE, 'c/deep/1.JPEG': 'power cut' });
    await expect(prepare()).rejects.toThrow('power cut');
    expect(() => openCrops(at('out'))).toThrow('not packed yet');
    writePhotographs({ 'c/deep/1.JPEG': 31 });
    asked = [];
    await prepare();
    expect(asked).toEqual(['c/deep/1.JPEG', 'd/1.webp']);
    expect(packed()).toEqual(FOUR_PEOPLE);
  });

  it.each([
    ['inside a line of the journal', () => truncateSync(journal(), readFileSync(journal()).length - 20)],
    ['between pixels and journal', () => appendFileSync(pixels(), Buffer.alloc(1000))],
    ['inside the pixels', () => truncateSync(pixels(), 3 * CROP_BYTES + 9)],
  ])('%s gives the same pack', async (_, cut) => {
    writePhotographs(FOUR_PEOPLE);
    await prepare();
    const whole = readFileSync(pixels());
    cut();
    await prepare();
    expect(readFileSync(pixels()).equals(whole)).toBe(true);
    expect(packed()).toEqual(FOUR_PEOPLE);
  });

  it.each([
    ['changed', () => writePhotographs({ 'b/1.jpg': 222 }), { ...FOUR_PEOPLE, 'b/1.jpg': 222 }],
    ['added', () => writePhotographs({ 'b/0.jpg': 20 }), { ...FOUR_PEOPLE, 'b/0.jpg': 20 }],
    ['removed', () => rmSync(at('photos', 'a', '2.png')), without('a/2.png')],
  ])('crops again from a photograph on that was %s', async (_, change, expected) => {
    writePhotographs(FOUR_PEOPLE);
    await prepare();
    change();
    asked = [];
    await prepare();
    expect(asked).not.toContain('a/1.jpg');
    expect(packed()).toEqual(expected);
  });

  it('crops nothing again where only the split changes', async () => {
    writePhotographs(FOUR_PEOPLE);
    await prepare();
    asked = [];
    expect((await prepare({ valShare: 0 })).validation.size).toBe(0);
    expect(asked).toEqual([]);
  });

  it('starts anew with another pipeline', async () => {
    writePhotographs(FOUR_PEOPLE);
    await prepare();
    asked = [];
    await prepare({ maker: 'another' });
    expect(asked).toHaveLength(5);
    expect(packed()).toEqual(FOUR_PEOPLE);
  });
});

const journal = () => at('out', PREPARATION_FILES.journal);
const pixels = () => at('out', PACK_FILES.pixels);

function without(source: keyof typeof FOUR_PEOPLE): Record<string, number> {
  const { [source]: _, ...rest } = FOUR_PEOPLE;
  return rest;
}
