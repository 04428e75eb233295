import { MODELS_FOLDER } from '@face-verify/repository';
import type { Plugin } from 'vite';
import { engineBundler } from '../assets/engine-bundle.ts';
import { kernelBinaries } from '../assets/kernel-binaries.ts';
import { sourceAssets } from '../assets/source-assets.ts';
import { withManifest } from '../assets/with-manifest.ts';
import { pageAssets } from './page-assets.ts';

/**
 * `face-verify/vite` inside this repository: the assets come from its sources, its dependencies and its `models/`, all of
 * them.
 *
 * @param options.modelsFolder - another folder of models
 */
export function faceVerifyAssets(options: { readonly modelsFolder?: string } = {}): Plugin[] {
  const assets = sourceAssets(options.modelsFolder ?? MODELS_FOLDER);
  return [engineFirst, kernelBinaries(), pageAssets(async () => withManifest(await assets(), 'source'))];
}

/** A server answers no request before the engine is bundled: pages give up what does not come for half a minute. */
const engineFirst: Plugin = {
  name: 'engine-first',
  async configureServer() {
    await engineBundler()();
  },
};
