import type { FaceVerifier, FaceVerifierOptions } from './api.ts';
import { startEngine } from './engine/start-engine.ts';
import { loadFaceVerifier } from './load-face-verifier.ts';

/**
 * Loads engine, detector, networks and weights from the folder of assets, and proves that the networks compute what
 * they should. Afterwards nothing is requested any more.
 *
 * @returns dispose of it when it is no longer needed
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `weights-corrupt`, `topology-mismatch`,
 *   `backend-unavailable`, `option-invalid` for options that there are not, a model that the package does not have, a
 *   `threshold` that the model does not have and `assets` that lead nowhere, `aborted`
 * @example
 * const verifier = await createFaceVerifier();
 * const { result } = await verifier.verify(passportPhotograph, selfie);
 * if (result.outcome === 'match') console.log(result.similarity);
 */
export function createFaceVerifier(options: FaceVerifierOptions = {}): Promise<FaceVerifier> {
  return loadFaceVerifier(options, startEngine);
}
