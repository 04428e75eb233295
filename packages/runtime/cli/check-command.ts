import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAssets, type FindFile } from '../assets/check-assets.ts';
import { ASSET_PATHS } from '../src/assets/asset-paths.ts';
import type { CommandScene } from './command-scene.ts';

/** Compares a folder or a server with the package. */
export async function checkCommand(place: string, { packaged, version, print }: CommandScene): Promise<0 | 1> {
  const find = /^https?:/.test(place) ? onServer(place) : onDisk(place);
  const faults = await checkAssets(find, await readFile(join(packaged, ASSET_PATHS.manifest)));
  for (const fault of faults) print(fault);
  print(faults.length === 0 ? `${place} is right for face-verify ${version}.` : `${place} is not right.`);
  return faults.length === 0 ? 0 : 1;
}

function onDisk(folder: string): FindFile {
  return async (path) => {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    return bytes && { bytes };
  };
}

function onServer(address: string): FindFile {
  const folder = new URL(address.endsWith('/') ? address : `${address}/`);
  return async (path) => {
    const answer = await fetch(new URL(path, folder));
    if (!answer.ok) return undefined;
    return { bytes: new Uint8Array(await answer.arrayBuffer()), contentType: answer.headers.get('content-type') ?? '' };
  };
}
