import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE_FOLDER } from '@face-verify/repository';

/** Where `npm run -s lab -- build-engine` puts the native engine; see packages/training/README.md. */
const BUILT_ENGINE = path.join(CACHE_FOLDER, 'engine', 'package.json');

/**
 * Loads a package that `npm ci` does not install, from the workspace or from beside the engine that was built.
 *
 * @throws {Error} that says why it does not load
 */
export async function loadOptional(name: string): Promise<unknown> {
  const places = [import.meta.url, ...(existsSync(BUILT_ENGINE) ? [BUILT_ENGINE] : [])];
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
