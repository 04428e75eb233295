import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { builtAssets } from './assets/built-assets.ts';
import { serveAssets } from './vite/serve-assets.ts';

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
  const { files, manifestSha256 } = await builtAssets();
  return {
    plugins: [apacheLicense, carriedLicenses, serveAssets(async () => files, 'assets/')],
    define: { __FACE_VERIFY_MANIFEST_SHA256__: JSON.stringify(manifestSha256) },
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
