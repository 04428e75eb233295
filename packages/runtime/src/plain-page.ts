import type { FaceVerifier, FaceVerifierOptions } from './api.ts';
import { createFaceVerifier as createWithDefaults } from './create-face-verifier.ts';

export * from './attempts/index.ts';
export * from './index.ts';
export * from './vault/index.ts';

/**
 * Of the module that lies among the assets, for pages that nothing is built for: the assets are where it lies, unless
 * the options say otherwise.
 */
export function createFaceVerifier(options: FaceVerifierOptions = {}): Promise<FaceVerifier> {
  return createWithDefaults({ assets: new URL(/* @vite-ignore */ '.', import.meta.url), ...options });
}
