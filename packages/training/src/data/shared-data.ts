import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** Folder that lies beside the repository with what may not be published in it: data sets, teachers. */
const SHARED_FOLDER = process.env.FACE_VERIFY_SHARED ?? path.join(REPOSITORY, '..', 'shared');

/** Where packed data, runs and engines are kept; ignored by git. */
export const CACHE_FOLDER = path.join(REPOSITORY, '.cache');
/** The pack of the research crops. */
export const RESEARCH_CROPS = path.join(CACHE_FOLDER, 'crops');
export const RUNS_FOLDER = path.join(REPOSITORY, '.runs');
export const MODELS_FOLDER = path.join(REPOSITORY, 'models');

/** @throws {Error} that says what to do where the file is absent */
export function sharedFile(...parts: string[]): string {
  const file = path.join(SHARED_FOLDER, ...parts);
  if (!existsSync(file))
    throw new Error(`${parts.join('/')} is missing: point FACE_VERIFY_SHARED at the folder that has it.`);
  return file;
}
