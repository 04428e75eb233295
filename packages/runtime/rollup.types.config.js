import { dts } from 'rollup-plugin-dts';

/** By path, so that they are inlined: nobody can install these packages. */
const INLINED = {
  '@face-verify/core': ['../core/src/index.ts'],
  '@face-verify/nets': ['../nets/src/index.ts'],
  '@face-verify/nets/default-model': ['../nets/src/default-model.ts'],
};

/**
 * One declaration file for each module, with the types of the workspace's packages inside. Those of core have one place,
 * the first, since two declarations of a branded type are two types.
 *
 * @type {import('rollup').RollupOptions[]}
 */
export default [
  declarations({ index: 'src/index.ts', vite: 'vite/from-package.ts' }, INLINED, []),
  declarations({ attempts: 'src/attempts/index.ts' }, INLINED, []),
  declarations({ 'signed-result': 'src/signed-result/index.ts' }, INLINED, []),
  declarations({ vault: 'src/vault/index.ts' }, {}, ['@face-verify/core']),
];

/**
 * @param {Record<string, string>} input
 * @param {Record<string, string[]>} inlined
 * @param {string[]} inIndex - packages whose types index.d.ts exports
 * @returns {import('rollup').RollupOptions}
 */
function declarations(input, inlined, inIndex) {
  const paths = Object.fromEntries(inIndex.map((name) => [name, './index.js']));
  return {
    input,
    output: { dir: 'dist', format: 'es', paths },
    external: [/^node:/, 'vite', ...inIndex],
    plugins: [dts({ tsconfig: '../../tsconfig.json', compilerOptions: { paths: inlined } })],
  };
}
