import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
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
      const entries = await readTar(tarFile(set));
      const lines = entries.get('index.jsonl')?.toString('utf8').trim().split('\n') ?? [];
      onSet(set, lines.length);
      for (const [row, line] of lines.entries()) {
        const { file, ...record } = JSON.parse(line);
        await pixels.write(await decode(set, file, entries.get(file)));
        records.push({ split: 'train', ...record, set, row });
        onCrop();
      }
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

/** @returns the pixels of one crop */
async function decode(set: string, file: string, jpeg: Buffer | undefined): Promise<Buffer> {
  const fail = (fault: string, cause?: unknown) =>
    new FaceVerifyError('asset-unavailable', `${set}: ${file} ${fault}.`, { cause });
  if (jpeg === undefined) throw fail('is listed but not there');
  const image = sharp(jpeg).removeAlpha().toColourspace('srgb').raw();
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
