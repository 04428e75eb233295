import { FaceVerifyError } from '@face-verify/core';
import { findSharedFolder } from '@face-verify/repository';

/** Why a test that needs the shared folder did not run. */
export const SHARED_FOLDER_ABSENT =
  'needs the shared folder (photographs, models), which is neither beside the repository nor named by FACE_VERIFY_SHARED';

/** @throws {FaceVerifyError} `asset-unavailable` where there is no such folder */
export function requireSharedFolder(): string {
  const folder = findSharedFolder();
  if (folder === undefined) throw new FaceVerifyError('asset-unavailable', `This ${SHARED_FOLDER_ABSENT}.`);
  return folder;
}
