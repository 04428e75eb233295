import { readFileSync } from 'node:fs';
import { MODELS_FOLDER } from '@face-verify/repository';
import { defineConfig, type Plugin } from 'vite';
import { sourceAssets } from './assets/source-assets.ts';
import { serveAssets } from './vite/serve-assets.ts';

const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
);

/** The text that the package's own LICENSE.md points to; the repository keeps it in one place. */
const apacheLicense: Plugin = {
  name: 'apache-license',
  generateBundle() {
    const source = readFileSync(new URL('../../LICENSE', import.meta.url));
    this.emitFile({ type: 'asset', fileName: 'LICENSE-APACHE-2.0.txt', source });
  },
};

/** Builds what is published: one module for pages, one for Vite's configuration, and the folder of assets. */
export default defineConfig({
  plugins: [apacheLicense, serveAssets(() => sourceAssets(MODELS_FOLDER), 'assets/')],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: { entry: { index: 'src/index.ts', vite: 'vite/from-package.ts' }, formats: ['es'] },
    rollupOptions: { external: [/^node:/, ...Object.keys(dependencies)] },
  },
});
