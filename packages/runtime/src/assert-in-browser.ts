import { FaceVerifyError } from '@face-verify/core';

/** @throws {FaceVerifyError} `backend-unavailable` on a server, and in a service worker */
export function assertInBrowser(): void {
  if (globalThis.document === undefined && !('WorkerGlobalScope' in globalThis)) {
    throw unavailable(
      'browser',
      'Faces are verified in the visitor’s browser, and this is no browser: call it in an effect or event handler of the page, which servers do not run.',
    );
  }
  if ('ServiceWorkerGlobalScope' in globalThis) {
    throw unavailable(
      'dynamic-import',
      'A service worker cannot load scripts once it runs. Verify in a page or in a dedicated worker, and send the photograph there.',
    );
  }
}

function unavailable(missing: string, message: string): FaceVerifyError {
  return new FaceVerifyError('backend-unavailable', message, { details: { missing } });
}
