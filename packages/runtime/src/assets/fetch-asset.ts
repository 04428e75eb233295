import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import { throwIfAborted } from '../abort.ts';

/** @throws {FaceVerifyError} `asset-unavailable`, `aborted` */
export async function fetchAsset(url: URL, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, { signal: signal ?? null });
    if (!response.ok) throw unavailable(url, `the server answered ${response.status}`);
    // Many servers send their start page where there is no file.
    if (response.headers.get('content-type')?.startsWith('text/html')) throw unavailable(url, 'the server sent a page');
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throwIfAborted(signal);
    throw toFaceVerifyError(error, 'asset-unavailable');
  }
}

function unavailable(url: URL, why: string): FaceVerifyError {
  return new FaceVerifyError('asset-unavailable', `${url.pathname} could not be loaded: ${why}.`, {
    details: { path: url.pathname },
  });
}
