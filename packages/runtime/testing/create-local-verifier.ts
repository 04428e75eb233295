import type { FaceVerifier, FaceVerifierOptions } from '../src/api.ts';
import { createLocalEngine } from '../src/engine/create-local-engine.ts';
import { loadFaceVerifier } from '../src/load-face-verifier.ts';

/**
 * A verifier as `createFaceVerifier` makes it, but over an engine of the sources on the thread of the test: what it
 * calls can be watched and replaced.
 */
export function createLocalVerifier(options: FaceVerifierOptions = {}): Promise<FaceVerifier> {
  return loadFaceVerifier(options, async (settings, requested, start) => ({
    engine: await createLocalEngine(settings, start),
    report: { requested, runsIn: 'this-thread', reason: 'Chosen by a test.' },
  }));
}
