import { chooseThreshold, FaceVerifyError, type ThresholdChoice } from '@face-verify/core';
import { DEFAULT_MODEL } from '@face-verify/nets';
import { throwIfAborted } from './abort.ts';
import type { FaceVerifier, FaceVerifierOptions } from './api.ts';
import { AssetFolder } from './assets/asset-folder.ts';
import { assetsUrl } from './assets/assets-url.ts';
import { MANIFEST_SHA256 } from './assets/manifest-digest.ts';
import { createLocalEngine } from './engine/create-local-engine.ts';
import { LoadedFaceVerifier } from './loaded-face-verifier.ts';

const DEFAULT_THRESHOLD: ThresholdChoice = { fmr: 0.001 };

/**
 * Loads detector, networks and weights from the page's own origin and proves that the networks compute what they
 * should. Afterwards nothing is requested any more.
 *
 * @returns dispose of it when it is no longer needed
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `weights-corrupt`, `topology-mismatch`, `backend-unavailable`,
 *   `option-invalid` for a model that the package does not have, a `threshold` that the model does not have and an `assetsUrl` that leads nowhere,
 *   `aborted`
 * @example
 * const verifier = await createFaceVerifier();
 * const { result } = await verifier.verify(passportPhotograph, selfie);
 * if (result.outcome === 'match') console.log(result.similarity);
 */
export async function createFaceVerifier(options: FaceVerifierOptions = {}): Promise<FaceVerifier> {
  const { backend = 'auto', signal, onProgress } = options;
  const { model = DEFAULT_MODEL, threshold = DEFAULT_THRESHOLD } = options;
  const url = assetsUrl(options.assetsUrl);
  throwIfAborted(signal);
  assertModulesLoad();
  const { facts: assets } = await AssetFolder.open(url, MANIFEST_SHA256, signal);
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
