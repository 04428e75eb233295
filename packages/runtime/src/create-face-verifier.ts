import {
  chooseThreshold,
  contractId,
  FaceVerifyError,
  type ThresholdChoice,
  toFaceVerifyError,
} from '@face-verify/core';
import { DEFAULT_MODEL } from '@face-verify/nets';
import { throwIfAborted } from './abort.ts';
import type { FaceVerifier, FaceVerifierOptions, LoadProgress } from './api.ts';
import { DETECTOR_MODEL_SHA256 } from './assets/asset-paths.ts';
import { backendCandidates } from './backend/backend-candidates.ts';
import { CallScope } from './call-scope.ts';
import { assertPixelsTrue } from './decode/assert-pixels-true.ts';
import { createMediaPipeFaceDetector } from './detector/mediapipe-face-detector.ts';
import { LoadedFaceVerifier } from './loaded-face-verifier.ts';
import { startNetworks } from './networks/start-networks.ts';
import { loadModel } from './weights/load-model.ts';

const POINT_MODEL = 'face-points';
const DEFAULT_THRESHOLD: ThresholdChoice = { fmr: 0.001 };

const STAGES = ['backend', 'detector', 'points', 'embedder', 'warm-up'] as const satisfies LoadProgress['stage'][];

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
  const parts: Part[] = [];
  const dispose = () => {
    for (const part of parts.splice(0)) part.dispose();
  };
  const scope = new CallScope(options.signal);
  const loading = loadFaceVerifier(options, parts);
  try {
    return await scope.orOver(loading);
  } catch (error) {
    dispose();
    // After an abort it ends at its next step; what arrives until then is disposed of, too.
    loading.catch(dispose);
    throw toFaceVerifyError(error, 'internal');
  } finally {
    scope.close();
  }
}

interface Part {
  dispose(): void;
}

/** @param parts - gets each part that was loaded, for the caller to dispose of if loading fails */
async function loadFaceVerifier(options: FaceVerifierOptions, parts: Part[]): Promise<FaceVerifier> {
  const { assetsUrl = 'face-verify/', backend = 'auto', signal, onProgress } = options;
  const { model = DEFAULT_MODEL, threshold: choice = DEFAULT_THRESHOLD } = options;
  const enter = (stage: LoadProgress['stage']) => {
    throwIfAborted(signal);
    onProgress?.({ stage, done: STAGES.indexOf(stage), total: STAGES.length });
  };
  const assets = folderUrl(assetsUrl);
  enter('backend');
  assertModulesLoad();
  await assertPixelsTrue();
  const candidates = await backendCandidates(backend, globalThis.navigator.gpu);
  enter('detector');
  const detector = await createMediaPipeFaceDetector(assets, signal);
  parts.push(detector);
  enter('points');
  const pointModel = await loadModel(assets, POINT_MODEL, 'points', signal);
  enter('embedder');
  const embedderModel = await loadModel(assets, model, 'embedder', signal);
  const { card } = embedderModel;
  const threshold = chooseThreshold(card.thresholds, choice);
  enter('warm-up');
  const started = await startNetworks(
    candidates,
    { pointNetwork: pointModel, embedder: embedderModel },
    assets,
    signal,
  );
  parts.push(started.pointNetwork, started.embedder);
  throwIfAborted(signal);
  onProgress?.({ stage: 'warm-up', done: STAGES.length, total: STAGES.length });

  const { pointNetwork, embedder, report } = started;
  const contract = contractId({
    modelId: card.id,
    dimension: card.dimension,
    weightsSha256: card.weights.sha256,
    pointNetworkSha256: pointModel.card.weights.sha256,
    detectorSha256: DETECTOR_MODEL_SHA256,
  });
  return new LoadedFaceVerifier({
    pipeline: { detector, pointNetwork, presenceLimit: pointModel.card.presenceLimit, embedder, contract },
    backend: report,
    card,
    threshold,
  });
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
