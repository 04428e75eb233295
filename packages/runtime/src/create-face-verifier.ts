import { chooseThreshold, FaceVerifyError, type ThresholdChoice } from '@face-verify/core';
import { DEFAULT_MODEL } from '@face-verify/nets';
import { throwIfAborted } from './abort.ts';
import type { FaceVerifier, FaceVerifierOptions } from './api.ts';
import { createLocalEngine } from './engine/create-local-engine.ts';
import { LoadedFaceVerifier } from './loaded-face-verifier.ts';

const DEFAULT_THRESHOLD: ThresholdChoice = { fmr: 0.001 };

/**
 * Loads detector, networks and weights from the page's own origin and proves that the networks compute what they
 * should. Afterwards nothing is requested any more.
 *
 * @returns dispose of it when it is no longer needed
 * @throws {FaceVerifyError} `asset-unavailable`, `weights-corrupt`, `topology-mismatch`, `backend-unavailable`,
 *   `option-invalid` for a `threshold` that the model does not have and an `assetsUrl` that leads nowhere,
 *   `aborted`
 * @example
 * const verifier = await createFaceVerifier();
 * const { result } = await verifier.verify(passportPhotograph, selfie);
 * if (result.outcome === 'match') console.log(result.similarity);
 */
export async function createFaceVerifier(options: FaceVerifierOptions = {}): Promise<FaceVerifier> {
  const { assetsUrl = 'face-verify/', backend = 'auto', signal, onProgress } = options;
  const { model = DEFAULT_MODEL, threshold = DEFAULT_THRESHOLD } = options;
  const assets = folderUrl(assetsUrl).href;
  throwIfAborted(signal);
  assertModulesLoad();
  const engine = await createLocalEngine({ assets, backend, model }, { signal, onProgress });
  try {
    return new LoadedFaceVerifier(engine, chooseThreshold(engine.facts.card, threshold));
  } catch (error) {
    engine.dispose();
    throw error;
  }
}

/** @throws {FaceVerifyError} `backend-unavailable` in a service worker */
function assertModulesLoad(): void {
  if (!('ServiceWorkerGlobalScope' in globalThis)) return;
  throw new FaceVerifyError(
    'backend-unavailable',
    'A service worker cannot load scripts once it runs. Verify in a page or in a dedicated worker, and send the photograph there.',
    { details: { missing: 'dynamic-import' } },
  );
}

/**
 * The folder's absolute address, with a slash at its end even if it was given without one.
 *
 * @throws {FaceVerifyError} `option-invalid` where the address cannot be completed, as in a worker made of a Blob
 */
function folderUrl(folder: string | URL): URL {
  const base = globalThis.document?.baseURI ?? globalThis.location.href;
  const url = absolute(folder, base);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function absolute(address: string | URL, base: string): URL {
  try {
    return new URL(address, base);
  } catch (cause) {
    throw new FaceVerifyError(
      'option-invalid',
      'The address in assetsUrl is not absolute, and this worker has no address of its own to resolve it against. Pass an absolute one, e.g. new URL("face-verify/", document.baseURI).href from the page.',
      { cause },
    );
  }
}
