import { chooseThreshold, type ThresholdChoice, toFaceVerifyError } from '@face-verify/core';
import { DEFAULT_MODEL } from '@face-verify/nets/default-model';
import { throwIfAborted } from './abort.ts';
import type { FaceVerifier, FaceVerifierOptions } from './api.ts';
import { assertInBrowser } from './assert-in-browser.ts';
import { AssetFolder } from './assets/asset-folder.ts';
import { assetsUrl } from './assets/assets-url.ts';
import { MANIFEST_SHA256 } from './assets/manifest-digest.ts';
import { BackendTrials, unfinishedTrials } from './backend/backend-trials.ts';
import { rememberedTimes, rememberTimes } from './backend/remembered-times.ts';
import type { startEngine } from './engine/start-engine.ts';
import { LoadedFaceVerifier } from './loaded-face-verifier.ts';
import { checkOptions } from './options/check-options.ts';
import { VERIFIER_OPTIONS } from './options/verifier-options.ts';
import { timedStage } from './timed-stage.ts';

const DEFAULT_THRESHOLD: ThresholdChoice = { fmr: 0.001 };

/**
 * A verifier over an engine that is started for it.
 *
 * @throws {FaceVerifyError} `option-invalid`, and what `start` throws
 */
export async function loadFaceVerifier(options: FaceVerifierOptions, start: typeof startEngine): Promise<FaceVerifier> {
  checkOptions(options, VERIFIER_OPTIONS);
  assertInBrowser();
  const { backend = 'auto', detector = 'mediapipe', worker = 'auto', signal, onProgress } = options;
  const { model = DEFAULT_MODEL, threshold = DEFAULT_THRESHOLD } = options;
  const url = assetsUrl(options.assets);
  throwIfAborted(signal);
  try {
    const { facts: assets } = await timedStage('manifest', () => AssetFolder.open(url, MANIFEST_SHA256, signal));
    const known = { measured: rememberedTimes(), quarantined: await unfinishedTrials() };
    const { engine, report } = await start({ assets, backend, detector, model, ...known }, worker, {
      signal,
      onProgress,
      trials: new BackendTrials(),
    });
    rememberTimes(engine.facts.measured);
    try {
      return new LoadedFaceVerifier(engine, report, chooseThreshold(engine.facts.card, threshold));
    } catch (error) {
      engine.dispose();
      throw error;
    }
  } catch (error) {
    throw toFaceVerifyError(error, 'internal');
  }
}
