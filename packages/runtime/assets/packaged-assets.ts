import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { AssetFile } from './asset-file.ts';

/** The assets as the published package holds them: whatever lies in its folder. */
export async function packagedAssets(folder: string): Promise<readonly AssetFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file).replaceAll(sep, '/'), read: () => readFile(file) }));
}
