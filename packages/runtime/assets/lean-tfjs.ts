import type { Plugin } from 'vite';

interface Part {
  readonly path: RegExp;
  /** What the module becomes. */
  replace(code: string, kernels: ReadonlySet<string>): string;
}

/** What TensorFlow.js would bring along though nothing here calls it. */
const PARTS: readonly Part[] = [
  {
    path: /[\\/]tfjs-backend-\w+[\\/]dist[\\/]register_all_kernels\.js$/,
    replace: (code, kernels) => {
      const imports = [...code.matchAll(/^import \{ (\w+) \} from '\.\/kernels\/(\w+)';$/gm)];
      const kept = imports.filter(([, , kernel = '']) => kernels.has(kernel));
      if (kept.length !== kernels.size) throw new Error('TensorFlow.js has kernels of other names.');
      return [
        "import { registerKernel } from '@tensorflow/tfjs-core';",
        ...kept.map(([line]) => line),
        `for (const kernel of [${kept.map(([, config]) => config).join(', ')}]) registerKernel(kernel);`,
      ].join('\n');
    },
  },
  {
    // Without the optimizers, which only training has.
    path: /[\\/]tfjs-core[\\/]dist[\\/]index\.js$/,
    replace: () => "import './base_side_effects';\nexport * from './base';",
  },
  {
    // Threads are never asked for.
    path: /[\\/]tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/,
    replace: () => "export default undefined;\nexport const wasmWorkerContents = '';",
  },
];

/**
 * Leaves out of TensorFlow.js what the engine does not use: most of its kernels, its optimizers, its threads.
 *
 * @param kernels - those that stay, of every backend
 * @throws where a kernel or one of the modules is not found: another version of TensorFlow.js has them elsewhere
 */
export function leanTfjs(kernels: readonly string[]): Plugin {
  const found = new Set<Part>();
  const names = new Set(kernels);
  return {
    name: 'lean-tfjs',
    enforce: 'pre',
    transform(code, id) {
      const part = PARTS.find(({ path }) => path.test(id));
      if (part === undefined) return null;
      found.add(part);
      return { code: part.replace(code, names), map: null };
    },
    buildEnd(error) {
      const missing = PARTS.filter((part) => !found.has(part));
      if (!error && missing.length > 0) {
        this.error(`TensorFlow.js has no ${missing.map(({ path }) => path.source).join(' and ')} any more.`);
      }
    },
  };
}
