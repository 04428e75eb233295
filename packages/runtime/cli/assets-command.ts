import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DEFAULT_MODEL } from '@face-verify/nets/default-model';
import { chooseModels } from '../assets/choose-models.ts';
import { modelFiles } from '../assets/model-files.ts';
import { packagedAssets } from '../assets/packaged-assets.ts';
import type { CommandScene } from './command-scene.ts';

interface Choice {
  readonly models?: readonly string[] | undefined;
  readonly ownModels?: readonly string[] | undefined;
}

const HOSTING = `
Tell createFaceVerifier where it is served, e.g. { assets: '/face-verify/' }. The server has to send .js files as
text/javascript, and should send Cache-Control: no-cache: browsers keep the files by their digests anyway.
A Content-Security-Policy, of the page and of these files, needs
  script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' blob: data:`;

/** Copies what a page has to serve. */
export async function assetsCommand(
  folder: string,
  { models = [DEFAULT_MODEL], ownModels = [] }: Choice,
  { packaged, version, print }: CommandScene,
): Promise<void> {
  const files = [...chooseModels(await packagedAssets(packaged), models), ...ownModels.flatMap(modelFiles)];
  print(`face-verify ${version}, written to ${resolve(folder)}:`);
  for (const { path, read } of files) {
    const bytes = await read();
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    print(`${String(bytes.length).padStart(10)}  ${path}`);
  }
  for (const own of ownModels) {
    const digest = createHash('sha256')
      .update(await readFile(join(own, 'card.json')))
      .digest('hex');
    print(`\nYour model: { model: { name: '${basename(resolve(own))}', cardSha256: '${digest}' } }`);
  }
  print(HOSTING);
}
