import { type Plugin, transformWithEsbuild } from 'vite';

/** Vite leaves spaces in libraries, for bundlers that come after it; after this one comes the browser. */
export const smallest: Plugin = {
  name: 'smallest',
  renderChunk: async (code, { fileName }) =>
    (await transformWithEsbuild(code, fileName, { minify: true, legalComments: 'none', sourcemap: false })).code,
};
