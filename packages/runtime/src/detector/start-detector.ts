import { FaceVerifyError } from '@face-verify/core';
import type { Network } from '@face-verify/nets';
import type { DetectorReport } from '../api.ts';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { LIGHT_DETECTOR } from '../assets/asset-paths.ts';
import type { DetectorToStart } from '../networks/start-networks.ts';
import { loadModel } from '../weights/load-model.ts';
import { blazeFaceWeights } from './blaze-face-weights.ts';
import { tryMediaPipe } from './choose-detector.ts';
import { createMediaPipeFaceDetector, type MediaPipeFaceDetector } from './mediapipe-face-detector.ts';

/** A detector that starts while other things do. */
export interface StartingDetector {
  /** As {@link tryMediaPipe} gives it. */
  readonly mediapipe: Promise<MediaPipeFaceDetector | FaceVerifyError | undefined>;
  /** The light one, which runs where MediaPipe's does not. */
  readonly light: Promise<DetectorToStart>;
  /** Also disposes of one that comes late. */
  dispose(): void;
}

export function startDetector(
  assets: AssetFolder,
  requested: DetectorReport['requested'],
  signal: AbortSignal,
): StartingDetector {
  const mediapipe = tryMediaPipe(requested, () => createMediaPipeFaceDetector(assets, signal));
  const light = mediapipe.then(async (tried) => {
    const found = tried instanceof FaceVerifyError ? undefined : tried;
    const atHand = found && ((network: Network) => blazeFaceWeights(network, found.model));
    const model = await loadModel(assets, LIGHT_DETECTOR, 'detector', signal, atHand);
    return { model, isRun: found === undefined };
  });
  // Whoever waits for them may have failed before.
  light.catch(() => undefined);
  const dispose = async () => {
    const tried = await mediapipe.catch(() => undefined);
    if (!(tried instanceof FaceVerifyError)) tried?.dispose();
  };
  return { mediapipe, light, dispose: () => void dispose() };
}
