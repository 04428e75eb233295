import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';

/** Why nothing can be stored: `details.reason` of a `storage-unavailable`. */
export type StorageObstacle =
  /** No IndexedDB, or no cryptography: not a browser, or a page without https. */
  | 'missing'
  /** Forbidden: a frame without an origin of its own, cookies that are blocked, a private window of some browsers. */
  | 'denied'
  /** This browser does not keep cryptographic keys, as in some private windows. */
  | 'keys-not-kept'
  /** Another tab has an older version open and does not let go of it. */
  | 'blocked-by-another-tab'
  /** A later version of this library made the database. */
  | 'made-by-later-version'
  /** The browser does not answer. */
  | 'no-answer'
  /** The browser says nothing more than that it failed, as where the disk does. */
  | 'failed';

const MESSAGES: Readonly<Record<StorageObstacle, string>> = {
  missing: 'There is no IndexedDB or no Web Cryptography here. Serve the page by https or from localhost.',
  denied: 'The browser does not let this page store anything. Allow its cookies, or leave the private window.',
  'keys-not-kept': 'The browser does not store cryptographic keys here. Leave the private window.',
  'blocked-by-another-tab': 'Another tab keeps an older version of the database open. Close or reload it.',
  'made-by-later-version': 'The database is of a later version of face-verify. Reload the page.',
  'no-answer': 'The storage of the browser does not answer. Close other tabs of this page, or restart the browser.',
  failed: 'The storage of the browser has failed. The disk may be full or damaged.',
};

/** By the name of a DOMException. */
const OBSTACLES: Readonly<Record<string, StorageObstacle>> = {
  SecurityError: 'denied',
  InvalidStateError: 'denied',
  NotAllowedError: 'denied',
  DataCloneError: 'keys-not-kept',
  VersionError: 'made-by-later-version',
  UnknownError: 'failed',
  AbortError: 'failed',
  NotFoundError: 'failed',
  NotReadableError: 'failed',
  TimeoutError: 'no-answer',
};

export function storageUnavailable(reason: StorageObstacle, cause?: unknown): FaceVerifyError {
  return new FaceVerifyError('storage-unavailable', MESSAGES[reason], { details: { reason }, cause });
}

/** What IndexedDB threw, as a coded error. */
export function toStorageError(error: unknown): FaceVerifyError {
  if (error instanceof FaceVerifyError) return error;
  const name = nameOf(error);
  if (name === 'QuotaExceededError') {
    return new FaceVerifyError('storage-full', 'There is no room left to store this. Delete something first.', {
      cause: error,
    });
  }
  const obstacle = OBSTACLES[name];
  return obstacle === undefined ? toFaceVerifyError(error, 'internal') : storageUnavailable(obstacle, error);
}

export function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
