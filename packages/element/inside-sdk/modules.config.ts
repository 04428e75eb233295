import { defineConfig } from 'vite';
import { importableOnServers } from './importable-on-servers.ts';
import { PUBLISHED } from './published.ts';

/** Builds `face-verify/element` into the SDK's package, for bundlers: with Lit inside, and the SDK's own module beside it. */
export default defineConfig({
  plugins: [importableOnServers],
  resolve: { conditions: PUBLISHED },
  build: {
    target: 'es2022',
    outDir: '../runtime/dist',
    emptyOutDir: false,
    minify: false,
    sourcemap: true,
    license: { fileName: 'element-licences.md' },
    lib: { entry: { element: 'src/index.ts' }, formats: ['es'] },
    rollupOptions: {
      external: ['face-verify'],
      output: { chunkFileNames: 'locales/[name].js', paths: { 'face-verify': './index.js' } },
    },
  },
});
