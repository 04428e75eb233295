import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { packagedAssets } from '../assets/packaged-assets.ts';
import { serveAssets } from './serve-assets.ts';

/** `face-verify/vite` as published: serves and emits the package's own `dist/assets`. */
export function faceVerifyAssets(): Plugin {
  const folder = fileURLToPath(new URL(/* @vite-ignore */ './assets', import.meta.url));
  return serveAssets(() => packagedAssets(folder));
}
