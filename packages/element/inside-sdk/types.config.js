import { dts } from 'rollup-plugin-dts';

/** Where the SDK's own declarations lie. */
const SDK = { 'face-verify': './index.js', 'face-verify/signed-result': './signed-result.js' };

/** Those that were built just before, and not the sources that they were built from. */
const PATHS = {
  lit: ['./inside-sdk/lit.d.ts'],
  'face-verify': ['../runtime/dist/index.d.ts'],
  'face-verify/signed-result': ['../runtime/dist/signed-result.d.ts'],
};

/**
 * The declarations of `face-verify/element`. Lit is inside of the module and no package that its users have, so they see
 * no more of it than what the element is.
 *
 * @type {import('rollup').RollupOptions}
 */
export default {
  input: { element: 'src/index.ts' },
  output: { dir: '../runtime/dist', format: 'es', paths: SDK },
  external: Object.keys(SDK),
  plugins: [dts({ tsconfig: '../../tsconfig.json', compilerOptions: { paths: PATHS } })],
};
