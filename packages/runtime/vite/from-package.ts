import { fileURLToPath } from 'node:url';
import { DEFAULT_MODEL } from '@face-verify/nets/default-model';
import type { Plugin } from 'vite';
import { chooseModels } from '../assets/choose-models.ts';
import { modelFiles } from '../assets/model-files.ts';
import { packagedAssets } from '../assets/packaged-assets.ts';
import { pageAssets } from './page-assets.ts';

/** Which models a page is served with. */
export interface FaceVerifyAssetsOptions {
  /** Of the package, those that the page may ask for; default `convfacenext-ps` alone. */
  readonly models?: readonly string[];
  /** Folders of models of your own, each with `card.json` and `weights.bin`. */
  readonly ownModels?: readonly string[];
}

/** The modules that this page is built with are among its own. */
const FOR_PLAIN_PAGES = /^face-verify/;

/**
 * What a page has to serve for face verification, at `face-verify/` below Vite's `base`: served while developing, and
 * written beside the page when building for browsers. Also tells the page where it lies, whatever its own address is.
 *
 * @throws {TypeError} while serving or building, where there is no such model
 * @example
 * export default { plugins: [faceVerifyAssets({ models: ['convfacenext-ps'] })] };
 */
export function faceVerifyAssets({ models = [DEFAULT_MODEL], ownModels = [] }: FaceVerifyAssetsOptions = {}): Plugin {
  const folder = fileURLToPath(new URL(/* @vite-ignore */ './assets', import.meta.url));
  return pageAssets(async () => {
    const files = chooseModels(await packagedAssets(folder), models);
    return [...files.filter(({ path }) => !FOR_PLAIN_PAGES.test(path)), ...ownModels.flatMap(modelFiles)];
  });
}
