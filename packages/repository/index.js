// Where things lie in this repository, said once. Plain JavaScript, since Vite leaves a package that its configuration
// imports to Node, which does not read TypeScript.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The root. */
export const REPOSITORY = path.join(import.meta.dirname, '..', '..');

/** Weights that ship, a folder for each model. */
export const MODELS_FOLDER = path.join(REPOSITORY, 'models');

/** Pages that commands write. */
export const GENERATED_PAGES = path.join(REPOSITORY, 'docs', 'generated');

/** Packed data, engines and reports; ignored by git. */
export const CACHE_FOLDER = path.join(REPOSITORY, '.cache');

/** Runs of training, a folder for each; ignored by git. */
export const RUNS_FOLDER = path.join(REPOSITORY, '.runs');

/**
 * The folder with what may not be published: data sets, teachers, photographs.
 *
 * @returns what `FACE_VERIFY_SHARED` names, else `shared` beside the repository; it need not be there
 */
export function sharedFolder() {
  return path.resolve(process.env.FACE_VERIFY_SHARED || path.join(REPOSITORY, '..', 'shared'));
}

/** {@link sharedFolder}, or undefined where it is not there. */
export function findSharedFolder() {
  const folder = sharedFolder();
  return existsSync(folder) ? folder : undefined;
}
