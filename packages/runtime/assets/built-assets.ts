import { readFile } from 'node:fs/promises';
import { MODELS_FOLDER } from '@face-verify/repository';
import { ASSET_PATHS } from '../src/assets/asset-paths.ts';
import type { AssetFile } from './asset-file.ts';
import { sourceAssets } from './source-assets.ts';
import { digestOf, withManifest } from './with-manifest.ts';

/** What is published as assets, and the digest by which the modules beside them know it. */
export async function builtAssets(): Promise<{
  readonly files: readonly AssetFile[];
  readonly manifestSha256: string;
}> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const files = withManifest(await sourceAssets(MODELS_FOLDER)(), version);
  const manifest = await files.find(({ path }) => path === ASSET_PATHS.manifest)?.read();
  if (manifest === undefined) throw new Error('The assets have no manifest.');
  return { files, manifestSha256: digestOf(manifest) };
}
