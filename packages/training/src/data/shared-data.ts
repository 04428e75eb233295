import { existsSync } from 'node:fs';
import path from 'node:path';
import { FaceVerifyError } from '@face-verify/core';
import { CACHE_FOLDER, sharedFolder } from '@face-verify/repository';

/** The pack of the research crops. */
export const RESEARCH_CROPS = path.join(CACHE_FOLDER, 'crops');
/** Pictures without people in them, as JPEG files. */
export const BACKDROPS_FOLDER = path.join(CACHE_FOLDER, 'backdrops');

/**
 * A data set or a teacher, which may not be published.
 *
 * @throws {FaceVerifyError} `asset-unavailable` that says what to do where the file is absent
 */
export function sharedFile(...parts: string[]): string {
  const file = path.join(sharedFolder(), ...parts);
  if (existsSync(file)) return file;
  const message = `${parts.join('/')} is missing: point FACE_VERIFY_SHARED at the folder that has it.`;
  throw new FaceVerifyError('asset-unavailable', message);
}
