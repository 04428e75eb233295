import { MODELS_FOLDER } from '@face-verify/repository';
import type { Plugin } from 'vite';
import { sourceAssets } from '../assets/source-assets.ts';
import { serveAssets } from './serve-assets.ts';

/**
 * `face-verify/vite` inside this repository: the assets come from its dependencies and its `models/`.
 *
 * @param options.modelsFolder - another folder of models
 */
export function faceVerifyAssets(options: { readonly modelsFolder?: string } = {}): Plugin {
  return serveAssets(() => sourceAssets(options.modelsFolder ?? MODELS_FOLDER));
}
