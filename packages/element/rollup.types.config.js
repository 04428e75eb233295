import { dts } from 'rollup-plugin-dts';

/**
 * The declarations, without those of the packages beside it.
 *
 * @type {import('rollup').RollupOptions}
 */
export default {
  input: { index: 'src/index.ts' },
  output: { dir: 'dist', format: 'es' },
  external: [/^lit(?:\/|$)/, /^face-verify(?:\/|$)/],
  plugins: [dts({ tsconfig: '../../tsconfig.json' })],
};
