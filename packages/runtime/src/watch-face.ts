import type { FaceVerifier } from './api.ts';
import { LoadedFaceVerifier } from './loaded-face-verifier.ts';
import type { VideoElement } from './page-elements.ts';
import { startSession } from './session/start-session.ts';
import type { CameraSource, FaceSession, WatchOptions, WatchResults } from './session/watch-options.ts';

/**
 * {@link FaceVerifier.watch} for a verifier that is still loading: the visitor is asked for the camera meanwhile, and the
 * session is in phase `loading` until both are there.
 *
 * @param verifier - where it cannot be loaded the session fails with its code
 * @throws {FaceVerifyError} `option-invalid`; `backend-unavailable` where there is no page
 * @example
 * const session = watchFace(createFaceVerifier(), { video }, { mode: 'capture' });
 */
export function watchFace<Options extends WatchOptions>(
  verifier: FaceVerifier | Promise<FaceVerifier>,
  source: VideoElement | CameraSource,
  options: Options,
): FaceSession<WatchResults[Options['mode']]> {
  return startSession(Promise.resolve(verifier).then(LoadedFaceVerifier.sessionParts), source, options);
}
