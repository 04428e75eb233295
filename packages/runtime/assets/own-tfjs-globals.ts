import type { Plugin } from 'vite';

/** The properties of the global object that TensorFlow.js keeps its one engine and its registries in. */
const TFJS_GLOBALS = ['_tfengine', '_tfGlobals'] as const;

const TFJS = /[\\/]@tensorflow[\\/]tfjs-/;

/**
 * Gives the bundled TensorFlow.js global names of its own, so that it never meets another one on the page, of whatever
 * version: they would take each other's engine, backends and kernels.
 *
 * @param mark - becomes part of the names
 * @throws where a name is not found: the globals of another version of TensorFlow.js would be shared
 */
export function ownTfjsGlobals(mark: string): Plugin {
  const suffix = mark.replaceAll(/\W/g, '_');
  const found = new Set<string>();
  return {
    name: 'own-tfjs-globals',
    transform(code, id) {
      if (!TFJS.test(id)) return null;
      const named = TFJS_GLOBALS.filter((name) => code.includes(name));
      if (named.length === 0) return null;
      for (const name of named) found.add(name);
      return { code: named.reduce((rest, name) => rest.replaceAll(name, `${name}_${suffix}`), code), map: null };
    },
    buildEnd(error) {
      const missing = TFJS_GLOBALS.filter((name) => !found.has(name));
      if (!error && missing.length > 0) this.error(`TensorFlow.js has no ${missing.join(' and ')} any more.`);
    },
  };
}
