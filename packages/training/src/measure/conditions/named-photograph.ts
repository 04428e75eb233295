import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RgbImage } from '@face-verify/core';
import type { CropReader } from '../../data/crop-reader.ts';
import { isTrusted } from '../../data/held-out-faces.ts';
import { openPixels, readPhotograph, readPixels } from './pixels.ts';

/** A photograph of one person, not looked at yet. */
export interface NamedPhotograph {
  readonly identity: string;
  read(): RgbImage | Promise<RgbImage>;
}

/**
 * The photographs of a folder that show one person each.
 *
 * @param folder - with an index.csv of file, subject and the number of faces
 */
export function photographsOf(folder: string): NamedPhotograph[] {
  const [, ...lines] = readFileSync(path.join(folder, 'index.csv'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [file = '', identity = '', faces] = line.split(',');
    return Number(faces) === 1 ? [{ identity, read: () => readPhotograph(path.join(folder, file)) }] : [];
  });
}

/** The trusted crops of the validation splits. */
export function trustedCrops(crops: CropReader): NamedPhotograph[] {
  return crops.records.flatMap((record, index) =>
    isTrusted(record) ? [{ identity: record.identity, read: () => crops.read(index) }] : [],
  );
}

/**
 * With as many pixels as a photograph has, so that a condition that is told in pixels does as much to them.
 *
 * @param scale - of both sides
 */
export function enlarged(photographs: readonly NamedPhotograph[], scale: number): NamedPhotograph[] {
  return photographs.map(({ identity, read }) => ({
    identity,
    read: async () => {
      const image = await read();
      return readPixels(openPixels(image).resize(scale * image.widthPx, scale * image.heightPx, { kernel: 'cubic' }));
    },
  }));
}

/** The first photographs of each person. */
export function firstOfEach(photographs: readonly NamedPhotograph[], count: number): NamedPhotograph[] {
  const seen = new Map<string, number>();
  return photographs.filter(({ identity }) => {
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    return before < count;
  });
}
