import { dts } from 'rollup-plugin-dts';

/**
 * One declaration file for each module, with the types of the workspace's packages inside.
 *
 * @type {import('rollup').RollupOptions}
 */
export default {
  input: { index: 'src/index.ts', vite: 'vite/from-package.ts' },
  output: { dir: 'dist', format: 'es' },
  external: [/^node:/, 'vite'],
  plugins: [
    dts({
      tsconfig: '../../tsconfig.json',
      // By path, so that they are inlined: nobody can install these packages.
      compilerOptions: {
        paths: { '@face-verify/core': ['../core/src/index.ts'], '@face-verify/nets': ['../nets/src/index.ts'] },
      },
    }),
  ],
};
