import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FaceVerifyError } from '@face-verify/core';

/** Why a test that needs the shared folder did not run. */
export const SHARED_FOLDER_ABSENT =
  'needs the shared folder (photographs, models), which is neither beside the repository nor named by FACE_VERIFY_SHARED';

/** The folder of data that must not be in the repository: `FACE_VERIFY_SHARED`, else `shared` beside the repository. */
export function sharedFolder(): string | undefined {
  const beside = fileURLToPath(new URL('../../../../shared', import.meta.url));
  const folder = resolve(process.env.FACE_VERIFY_SHARED || beside);
  return existsSync(folder) ? folder : undefined;
}

/** @throws {FaceVerifyError} `asset-unavailable` where there is no such folder */
export function requireSharedFolder(): string {
  const folder = sharedFolder();
  if (folder === undefined) throw new FaceVerifyError('asset-unavailable', `This ${SHARED_FOLDER_ABSENT}.`);
  return folder;
}
