import { resolve } from 'node:path';
import type { ListedPhotograph } from '@face-verify/eval';
import { type PhotographFile, statPhotograph } from '../photograph/photograph-file.ts';

/** Lists name .jpg files; copies of the sets also come in these formats. */
const EXTENSIONS = ['.jpg', '.jpeg', '.png'];

/**
 * The file of a listed photograph: the first that is there of the places that the list names, under any of the usual
 * extensions.
 *
 * @param folder - absolute; paths of the list start here
 */
export function locatePhotograph(folder: string, listed: ListedPhotograph): PhotographFile | undefined {
  for (const path of listed.paths) {
    const named = resolve(folder, path);
    const stem = named.replace(/\.jpe?g$/i, '');
    const variants = stem === named ? [named] : [named, ...EXTENSIONS.map((extension) => stem + extension)];
    for (const variant of variants) {
      const photograph = statPhotograph(variant);
      if (photograph !== undefined) return photograph;
    }
  }
  return undefined;
}
