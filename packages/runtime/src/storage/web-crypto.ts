import { storageUnavailable } from './storage-error.ts';

/** @throws {FaceVerifyError} `storage-unavailable` on a page without https */
export function webCrypto(): SubtleCrypto {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined) throw storageUnavailable('missing');
  return subtle;
}
