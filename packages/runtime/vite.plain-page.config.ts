import { defineConfig, type UserConfig } from 'vite';
import { builtAssets } from './assets/built-assets.ts';
import { smallest } from './assets/smallest.ts';

/** Builds the one module, among the assets, that pages load for which nothing is built. */
export default defineConfig(async (): Promise<UserConfig> => {
  const { manifestSha256 } = await builtAssets();
  return {
    plugins: [smallest],
    define: { __FACE_VERIFY_MANIFEST_SHA256__: JSON.stringify(manifestSha256) },
    build: {
      target: 'es2022',
      outDir: 'dist/assets',
      emptyOutDir: false,
      minify: false,
      license: { fileName: 'face-verify-licences.md' },
      rollupOptions: { output: { inlineDynamicImports: true } },
      lib: { entry: { 'face-verify': 'src/plain-page.ts' }, formats: ['es'] },
    },
  };
});
