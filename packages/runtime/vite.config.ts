import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MODELS_FOLDER } from '@face-verify/repository';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { sourceAssets } from './assets/source-assets.ts';
import { digestOf, withManifest } from './assets/with-manifest.ts';
import { ASSET_PATHS } from './src/assets/asset-paths.ts';
import { serveAssets } from './vite/serve-assets.ts';

const { version }: { readonly version: string } = JSON.parse(
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

/** Packages whose code is in the modules, and the file of each that has to go with it. */
const CARRIED = { idb: 'LICENSE', jose: 'LICENSE.md' };

const carriedLicenses: Plugin = {
  name: 'carried-licenses',
  generateBundle() {
    const { resolve } = createRequire(import.meta.url);
    const texts = Object.entries(CARRIED).map(([name, file]) => {
      const text = readFileSync(join(dirname(resolve(`${name}/package.json`)), file), 'utf8');
      return `${name}\n\n${text.trim()}\n`;
    });
    this.emitFile({ type: 'asset', fileName: 'LICENSES-OF-OTHERS.txt', source: texts.join('\n\n') });
  },
};

/** Builds what is published for pages: modules, and the folder of assets. */
export default defineConfig(async (): Promise<UserConfig> => {
  const assets = withManifest(await sourceAssets(MODELS_FOLDER)(), version);
  const manifest = await assets.find(({ path }) => path === ASSET_PATHS.manifest)?.read();
  if (manifest === undefined) throw new Error('The assets have no manifest.');
  return {
    plugins: [apacheLicense, carriedLicenses, serveAssets(async () => assets, 'assets/')],
    define: { __FACE_VERIFY_MANIFEST_SHA256__: JSON.stringify(digestOf(manifest)) },
    build: {
      target: 'es2022',
      minify: false,
      sourcemap: true,
      lib: {
        entry: {
          index: 'src/index.ts',
          attempts: 'src/attempts/index.ts',
          'signed-result': 'src/signed-result/index.ts',
          vault: 'src/vault/index.ts',
        },
        formats: ['es'],
      },
      rollupOptions: { external: [/^node:/] },
    },
  };
});
