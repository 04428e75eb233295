import { MODELS_FOLDER } from '@face-verify/repository';
import type { Plugin } from 'vite';
import { sourceAssets } from '../assets/source-assets.ts';
import { withManifest } from '../assets/with-manifest.ts';
import { pageAssets } from './page-assets.ts';

/**
 * `face-verify/vite` inside this repository: the assets come from its dependencies and its `models/`, all of them.
 *
 * @param options.modelsFolder - another folder of models
 */
export function faceVerifyAssets(options: { readonly modelsFolder?: string } = {}): Plugin {
  const assets = sourceAssets(options.modelsFolder ?? MODELS_FOLDER);
  return pageAssets(async () => withManifest(await assets(), 'source'));
}
