import { readFile } from 'node:fs/promises';
import { describeWithShared } from '@face-verify/testkit/vitest';
import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, test } from 'vitest';
import { inspectJpeg, JPEG_END } from './inspect-jpeg.ts';

const KINDS = {
  plain: { quality: 90 },
  'with whole colours': { quality: 90, chromaSubsampling: '4:4:4' },
  'with codes of its own': { quality: 80, optimiseCoding: true },
  progressive: { quality: 90, progressive: true },
  'progressive, by mozjpeg': { quality: 85, mozjpeg: true },
} as const satisfies Record<string, JpegOptions>;

/** 203×157: no whole number of blocks. Noise on a slope has coefficients of all kinds. */
function photograph(grey = false) {
  const [width, height] = [203, 157];
  let state = 1;
  const raw = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const x = Math.floor(i / 3) % width;
    return 40 + x / 2 + 60 * Math.sin(i / 700) ** 2 + (state >>> 28);
  });
  const image = sharp(raw, { raw: { width, height, channels: 3 } });
  return grey ? image.greyscale() : image;
}

/** Drawn by a camera's kind of encoder: 48×32 in grey, a restart marker after each row of blocks. */
const WITH_RESTARTS = restartJpeg();

/** A grey picture, each block of which is its first coefficient alone, with restart markers after each row. */
function restartJpeg(): Buffer {
  const [across, down] = [6, 4];
  // Two bits a block, then ones.
  const row = [0x00, 0x0f];
  const rows = Array.from({ length: down }, (_, i) => (i < down - 1 ? [...row, 0xff, 0xd0 + i] : row));
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, [0, ...Array(64).fill(1)]),
    ...segment(0xc0, [8, 0, 8 * down, 0, 8 * across, 1, 1, 0x11, 0]),
    ...tableOfZero(0x00),
    ...tableOfZero(0x10),
    ...segment(0xdd, [0, across]),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...rows.flat(),
    ...JPEG_END,
  ]);
}

function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, 0, content.length + 2, ...content];
}

/** Only one code, for 0: "the same as the block before", and "no more in this block". */
function tableOfZero(kind: number): number[] {
  return segment(0xc4, [kind, 1, ...Array(15).fill(0), 0]);
}

/** One block of 8×8 pixels, by scans of one component each, all of which say nothing but 0. */
function oneBlock(frame: number, componentCount: number, scans: readonly (readonly number[])[]): Buffer {
  const components = Array.from({ length: componentCount }, (_, i) => [i, 0x11, 0]);
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, [0, ...Array(64).fill(1)]),
    ...segment(frame, [8, 0, 8, 0, 8, componentCount, ...components.flat()]),
    ...tableOfZero(0x00),
    ...tableOfZero(0x10),
    ...scans.flatMap(([component = 0, ...band]) => [...segment(0xda, [1, component, 0x00, ...band]), 0x3f]),
    ...JPEG_END,
  ]);
}

/** Coefficients come one by one: all but the last bit of each, then the last bit of as many as `refined`. */
function manyScans(refined: number): Buffer {
  const scans = (count: number, precision: number) => Array.from({ length: count }, (_, k) => [0, k, k, precision]);
  return oneBlock(0xc2, 1, [...scans(64, 0x01), ...scans(refined, 0x10)]);
}

function manyComponents(count: number): Buffer {
  const scans = Array.from({ length: count }, (_, component) => [component, 0, 63, 0]);
  return oneBlock(0xc0, count, scans);
}

/** The first segment of that marker, from its 0xff on. */
function segmentOf(jpeg: Buffer, marker: number): { readonly start: number; readonly bytes: Buffer } {
  const start = jpeg.indexOf(Uint8Array.of(0xff, marker));
  return { start, bytes: jpeg.subarray(start, start + 2 + jpeg.readUInt16BE(start + 2)) };
}

/** Where the data of the first scan begins, roughly: behind every header of a small file. */
function middleOf(jpeg: Buffer): number {
  return Math.floor((jpeg.indexOf(Uint8Array.of(0xff, 0xda)) + jpeg.length) / 2);
}

describe.each(Object.entries(KINDS))('a JPEG that is %s', (_, options) => {
  test('is whole, in grey too, and lacks but its end where the end marker is missing', async () => {
    for (const grey of [false, true]) {
      const jpeg = await photograph(grey).jpeg(options).toBuffer();
      expect(inspectJpeg(jpeg)).toBe('whole');
      for (const missing of [1, 2]) {
        const unended = jpeg.subarray(0, -missing);
        expect(inspectJpeg(unended)).toBe('unended');
        expect(inspectJpeg(Buffer.concat([unended, JPEG_END]))).toBe('whole');
      }
    }
  });

  test('is not whole at any shorter length', async () => {
    const jpeg = await photograph().jpeg(options).toBuffer();
    const lengths = Array.from({ length: 400 }, (_, i) => Math.floor((i / 400) * (jpeg.length - 3)));
    const states = new Set([...lengths, jpeg.length - 3].map((length) => inspectJpeg(jpeg.subarray(0, length))));
    expect(states).toEqual(new Set(['cut-off']));
  });

  test.each([
    ['the second half zeroed', (jpeg: Buffer) => Buffer.from(jpeg).fill(0, middleOf(jpeg), jpeg.length - 2)],
    ['the second half missing', (jpeg: Buffer) => Buffer.concat([jpeg.subarray(0, middleOf(jpeg)), JPEG_END])],
    [
      '1 kB missing',
      (jpeg: Buffer) => Buffer.concat([jpeg.subarray(0, middleOf(jpeg)), jpeg.subarray(middleOf(jpeg) + 1000)]),
    ],
    ['1 kB of zeros', (jpeg: Buffer) => Buffer.from(jpeg).fill(0, middleOf(jpeg), middleOf(jpeg) + 1000)],
    [
      '1 kB twice',
      (jpeg: Buffer) => Buffer.concat([jpeg.subarray(0, middleOf(jpeg)), jpeg.subarray(middleOf(jpeg) - 1000)]),
    ],
  ])('with %s is damaged', async (_, damage) => {
    const jpeg = await photograph().jpeg(options).toBuffer();
    expect(inspectJpeg(damage(jpeg))).toBe('damaged');
  });

  test('may have a film behind it', async () => {
    const jpeg = await photograph().jpeg(options).toBuffer();
    expect(inspectJpeg(Buffer.concat([jpeg, Buffer.from('a film'), jpeg.subarray(0, 200)]))).toBe('whole');
  });

  test('is not ended by the preview inside its EXIF', async () => {
    const jpeg = await photograph().jpeg(options).toBuffer();
    const preview = Buffer.concat([Uint8Array.of(0xff, 0xe1, 0, 6), JPEG_END, JPEG_END]);
    const with_ = (rest: Buffer) => Buffer.concat([jpeg.subarray(0, 2), preview, rest]);
    expect(inspectJpeg(with_(jpeg.subarray(2)))).toBe('whole');
    expect(inspectJpeg(with_(jpeg.subarray(2, middleOf(jpeg))))).toBe('cut-off');
  });
});

describe('a JPEG with restart markers', () => {
  const marker = (n: number) => WITH_RESTARTS.indexOf(Uint8Array.of(0xff, 0xd0 + n));

  test('is what a decoder takes it for', async () => {
    const { info } = await sharp(WITH_RESTARTS, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 48, height: 32 });
    expect(inspectJpeg(WITH_RESTARTS)).toBe('whole');
  });

  test.each([
    ['lacks a row', () => Buffer.concat([WITH_RESTARTS.subarray(0, marker(1)), WITH_RESTARTS.subarray(marker(2))])],
    ['has its rows in another order', () => Buffer.from(WITH_RESTARTS).fill(0xd2, marker(1) + 1, marker(1) + 2)],
    [
      'lacks half of a row',
      () => Buffer.concat([WITH_RESTARTS.subarray(0, marker(1) - 1), WITH_RESTARTS.subarray(marker(1))]),
    ],
    [
      'has a row that is too long by a byte',
      () => Buffer.concat([WITH_RESTARTS.subarray(0, marker(1)), Buffer.alloc(1), WITH_RESTARTS.subarray(marker(1))]),
    ],
    ['has a code that is none', () => Buffer.from(WITH_RESTARTS).fill(0xfe, marker(1) - 2, marker(1) - 1)],
  ])('and %s is damaged', (_, damage) => {
    expect(inspectJpeg(damage())).toBe('damaged');
  });
});

describe('a JPEG of many scans', () => {
  test('is what a decoder takes it for', async () => {
    const { info } = await sharp(manyScans(36)).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 8, height: 8 });
  });

  test('is whole up to 100, and above them damaged', () => {
    expect(inspectJpeg(manyScans(36))).toBe('whole');
    expect(inspectJpeg(manyScans(37))).toBe('damaged');
  });

  test('is damaged where one is there twice', () => {
    const jpeg = manyScans(1);
    const last = jpeg.subarray(jpeg.lastIndexOf(Uint8Array.of(0xff, 0xda)), -2);
    expect(inspectJpeg(jpeg)).toBe('whole');
    expect(inspectJpeg(Buffer.concat([jpeg.subarray(0, -2), last, JPEG_END]))).toBe('damaged');
  });

  test.each([
    ['the first coefficient and others', [0, 63, 0x00]],
    ['coefficients backwards', [6, 5, 0x00]],
    ['more coefficients than there are', [1, 64, 0x00]],
    ['two bits at once', [0, 0, 0x20]],
  ])('is damaged where one sends %s', (_, band) => {
    const jpeg = manyScans(0);
    const { start, bytes } = segmentOf(jpeg, 0xda);
    jpeg.set(band, start + bytes.length - band.length);
    expect(inspectJpeg(jpeg)).toBe('damaged');
  });
});

test('a JPEG of more than four components is damaged', () => {
  expect(inspectJpeg(manyComponents(4))).toBe('whole');
  expect(inspectJpeg(manyComponents(5))).toBe('damaged');
});

describe.each(['plain', 'progressive'] as const)('a JPEG that is %s and', (kind) => {
  const FRAME = kind === 'plain' ? 0xc0 : 0xc2;
  const drawn = () => photograph().jpeg(KINDS[kind]).toBuffer();

  test.each([
    [
      'has two frame headers',
      (jpeg: Buffer) => {
        const { start, bytes } = segmentOf(jpeg, FRAME);
        return Buffer.concat([jpeg.subarray(0, start), bytes, jpeg.subarray(start)]);
      },
    ],
    [
      'has no frame header',
      (jpeg: Buffer) => {
        const { start, bytes } = segmentOf(jpeg, FRAME);
        return Buffer.concat([jpeg.subarray(0, start), jpeg.subarray(start + bytes.length)]);
      },
    ],
    [
      'names a table that is missing',
      (jpeg: Buffer) => {
        jpeg[segmentOf(jpeg, 0xda).start + 6] = 0x33;
        return jpeg;
      },
    ],
    [
      'names a component that is missing',
      (jpeg: Buffer) => {
        jpeg[segmentOf(jpeg, 0xda).start + 5] = 99;
        return jpeg;
      },
    ],
  ])('%s is damaged', async (_, damage) => {
    expect(inspectJpeg(damage(await drawn()))).toBe('damaged');
  });
});

test('bytes that a camera leaves after the last block do no harm, where they are few', async () => {
  const jpeg = await photograph().jpeg().toBuffer();
  const withBytes = (count: number) => Buffer.concat([jpeg.subarray(0, -2), Buffer.alloc(count, 0x55), JPEG_END]);
  expect(inspectJpeg(withBytes(8))).toBe('whole');
  expect(inspectJpeg(withBytes(100))).toBe('damaged');
});

test('of a kind that is not read here it is known whether it ends', async () => {
  const jpeg = await photograph().jpeg().toBuffer();
  const arithmetic = Buffer.from(jpeg);
  arithmetic[jpeg.indexOf(Uint8Array.of(0xff, 0xc0)) + 1] = 0xc9;
  expect(inspectJpeg(arithmetic)).toBe('unknown');
  expect(inspectJpeg(arithmetic.subarray(0, -2))).toBe('cut-off');
});

test.each([0, 1, 2, 3, 20])('%s bytes are no whole photograph', async (length) => {
  expect(inspectJpeg((await photograph().jpeg().toBuffer()).subarray(0, length))).toBe('cut-off');
});

describeWithShared('photographs', (folder) => {
  test('are whole, and with the lower half zeroed damaged', async () => {
    const [, ...lines] = (await readFile(`${folder}/photos/index.csv`, 'utf8')).trim().split('\n');
    const files = lines.map((line) => `${folder}/photos/${line.slice(0, line.indexOf(','))}`);
    const states = await Promise.all(files.map(async (file) => inspectJpeg(await readFile(file))));
    expect(states).toHaveLength(120);
    expect(new Set(states)).toEqual(new Set(['whole']));
    expect(inspectJpeg(await readFile(`${folder}/inputs/09-lower-half-zeroed.jpg`))).toBe('damaged');
  });
});
