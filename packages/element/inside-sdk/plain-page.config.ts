import { defineConfig, transformWithEsbuild } from 'vite';
import { PUBLISHED } from './published.ts';

/** Builds the element as one module among the SDK's assets, for pages that nothing is built for, beside the SDK's own. */
export default defineConfig({
  plugins: [
    {
      name: 'smallest',
      renderChunk: async (code, { fileName }) =>
        (await transformWithEsbuild(code, fileName, { minify: true, legalComments: 'none', sourcemap: false })).code,
    },
  ],
  resolve: { conditions: PUBLISHED },
  build: {
    target: 'es2022',
    outDir: '../runtime/dist/assets',
    emptyOutDir: false,
    minify: false,
    license: { fileName: 'face-verify-element-licences.md' },
    lib: { entry: { 'face-verify-element': 'src/index.ts' }, formats: ['es'] },
    rollupOptions: {
      external: ['face-verify'],
      output: { inlineDynamicImports: true, paths: { 'face-verify': './face-verify.js' } },
    },
  },
});
