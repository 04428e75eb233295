import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Where `npm run train:engine` puts the native engine; see packages/training/README.md. */
const BUILT_ENGINE = new URL('../../../../.cache/engine/package.json', import.meta.url);

/**
 * Loads a package that `npm ci` does not install, from the workspace or from beside the engine that was built.
 *
 * @throws {Error} that says why it does not load
 */
export async function loadOptional(name: string): Promise<unknown> {
  const places = [import.meta.url, ...(existsSync(BUILT_ENGINE) ? [BUILT_ENGINE.href] : [])];
  let reason: unknown;
  for (const place of places) {
    try {
      return await import(pathToFileURL(createRequire(place).resolve(name)).href);
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}
