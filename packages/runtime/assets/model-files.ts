import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { modelFolder } from '../src/assets/asset-paths.ts';
import type { AssetFile } from './asset-file.ts';

/** The files of one model, which is called as its folder is. */
export function modelFiles(folder: string): readonly AssetFile[] {
  return ['card.json', 'weights.bin'].map((name) => ({
    path: modelFolder(basename(resolve(folder))) + name,
    read: () => readFile(join(folder, name)),
  }));
}
