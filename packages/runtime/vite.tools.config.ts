import { defineConfig } from 'vite';

/** Builds what is published for Node, after what is for pages: the plugin for Vite and the command. */
export default defineConfig({
  build: {
    target: 'node20',
    minify: false,
    sourcemap: true,
    emptyOutDir: false,
    lib: { entry: { vite: 'vite/from-package.ts', command: 'cli/command.ts' }, formats: ['es'] },
    rollupOptions: { external: [/^node:/] },
  },
});
