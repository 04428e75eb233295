import { defineConfig } from 'vite';

/** Builds what is published: one module, and one for each language that is fetched when it is asked for. */
export default defineConfig({
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: { entry: { index: 'src/index.ts' }, formats: ['es'] },
    rollupOptions: {
      external: [/^lit(?:\/|$)/, /^face-verify(?:\/|$)/],
      output: { chunkFileNames: 'locales/[name].js' },
    },
  },
});
