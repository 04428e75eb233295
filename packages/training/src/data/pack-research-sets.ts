import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { FaceVerifyError } from '@face-verify/core';
import sharp from 'sharp';
import { extract } from 'tar-stream';
import { CROP_BYTES, CROP_SETS, CROP_SIZE_PX, type CropRecord } from './crop.ts';
import { PACK_FILES, writePackIndex } from './crop-pack.ts';

export interface PackingProgress {
  /** Called before the first crop of each set. */
  onSet(set: string, crops: number): void;
  /** Called after each crop. */
  onCrop(): void;
}

/** What may lie in a set's tar. */
const MEMBERS = { index: 'index.jsonl', zippedIndex: 'index.jsonl.gz', crops: 'crops.bin' } as const;

/** A line of a set's index: where its encoded crop lies, and what is known of it. */
type IndexLine = Omit<CropRecord, 'set' | 'row'> & {
  /** Name of a file of its own. */
  readonly file?: string;
  /** Place in the file of all crops, in bytes. */
  readonly at?: readonly [offset: number, length: number];
};

/** Crops that are decoded at the same time. */
const BATCH = 64;

/**
 * Packs the research sets, whose crops are cut already.
 *
 * @param tarFile - where a set's tar lies
 * @param folder - becomes the pack
 * @returns how many crops were packed
 * @throws {FaceVerifyError} `asset-unavailable` where a tar is not what it should be
 */
export async function packResearchSets(
  tarFile: (set: string) => string,
  folder: string,
  { onSet, onCrop }: PackingProgress,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `${PACK_FILES.pixels}.part`);
  const pixels = await open(temporary, 'w');
  const records: CropRecord[] = [];
  try {
    for (const set of CROP_SETS) {
      const { lines, encoded } = openSet(await readTar(tarFile(set)));
      onSet(set, lines.length);
      for (let first = 0; first < lines.length; first += BATCH) {
        const batch = lines.slice(first, first + BATCH);
        const crops = await Promise.all(batch.map((line, i) => decode(`${set}: crop ${first + i}`, encoded(line))));
        for (const crop of crops) {
          await pixels.write(crop);
          onCrop();
        }
      }
      records.push(...lines.map(({ file, at, ...record }, row) => ({ ...record, set, row })));
    }
    await pixels.close();
    await rm(path.join(folder, PACK_FILES.index), { force: true });
    await rename(temporary, path.join(folder, PACK_FILES.pixels));
    await writePackIndex(folder, records);
  } catch (error) {
    await pixels.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
  return records.length;
}

/** A set has a file for each crop, or an index and one file of all crops, one after the other. */
function openSet(members: ReadonlyMap<string, Buffer>) {
  const zipped = members.get(MEMBERS.zippedIndex);
  const text = (zipped ? gunzipSync(zipped) : members.get(MEMBERS.index))?.toString('utf8').trim() ?? '';
  const lines = text === '' ? [] : text.split('\n').map((line): IndexLine => ({ split: 'train', ...JSON.parse(line) }));
  const all = members.get(MEMBERS.crops);
  return {
    lines,
    encoded: ({ file, at }: IndexLine): Buffer | undefined =>
      at ? all?.subarray(at[0], at[0] + at[1]) : members.get(path.posix.normalize(file ?? '')),
  };
}

/**
 * @param crop - names it in an error
 * @returns the pixels of one crop
 */
async function decode(crop: string, encoded: Buffer | undefined): Promise<Buffer> {
  const fail = (fault: string, cause?: unknown) =>
    new FaceVerifyError('asset-unavailable', `${crop} ${fault}.`, { cause });
  if (encoded === undefined || encoded.length === 0) throw fail('is listed but not there');
  const image = sharp(encoded).removeAlpha().toColourspace('srgb').raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true }).catch((cause: unknown) => {
    throw fail('is damaged', cause);
  });
  if (info.width !== CROP_SIZE_PX || data.length !== CROP_BYTES) throw fail(`is ${info.width}×${info.height} px`);
  return data;
}

async function readTar(file: string): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  const tar = extract();
  tar.on('entry', async (header, stream, next) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    entries.set(path.posix.normalize(header.name), Buffer.concat(chunks));
    next();
  });
  await pipeline(createReadStream(file), tar);
  return entries;
}
