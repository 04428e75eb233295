import { FaceVerifyError } from '@face-verify/core';

/**
 * @returns in hexadecimal, small letters
 * @throws {FaceVerifyError} `backend-unavailable` on pages on which browsers offer no digest
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!globalThis.isSecureContext) {
    throw new FaceVerifyError(
      'backend-unavailable',
      'Browsers compute digests on https and localhost only, and nothing is used unchecked: serve the page by https.',
      { details: { missing: 'secure-context' } },
    );
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
