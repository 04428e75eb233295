import { contractId, toFaceVerifyError } from '@face-verify/core';
import { throwIfAborted } from '../abort.ts';
import type { BackendReport, LoadProgress } from '../api.ts';
import { AssetFolder } from '../assets/asset-folder.ts';
import { ASSET_PATHS, DETECTOR_MODEL_SHA256, POINT_MODEL } from '../assets/asset-paths.ts';
import { backendCandidates } from '../backend/backend-candidates.ts';
import { prepareWasm } from '../backend/prepare-wasm.ts';
import { CallScope } from '../call-scope.ts';
import { assertPixelsTrue } from '../decode/assert-pixels-true.ts';
import { chooseDetector } from '../detector/choose-detector.ts';
import { createLightFaceDetector } from '../detector/light-face-detector.ts';
import { startDetector } from '../detector/start-detector.ts';
import { chooseNetworks } from '../networks/choose-networks.ts';
import { RenewedNetworks } from '../networks/renewed-networks.ts';
import { startNetworks } from '../networks/start-networks.ts';
import { loadModel } from '../weights/load-model.ts';
import type { EngineSettings, EngineStart, FaceEngine } from './face-engine.ts';
import { filesToRead } from './files-to-read.ts';
import { LoadProgressTeller } from './load-progress.ts';
import { LocalEngine } from './local-engine.ts';

/**
 * An engine on this thread: loads detector, networks and weights, and proves that the networks compute what they
 * should. Afterwards nothing is requested any more.
 *
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `weights-corrupt`, `topology-mismatch`, `backend-unavailable`,
 *   `option-invalid`, `aborted`
 */
export async function createLocalEngine(settings: EngineSettings, start: EngineStart = {}): Promise<FaceEngine> {
  const parts: Part[] = [];
  const dispose = () => {
    for (const part of parts.splice(0)) part.dispose();
  };
  const scope = new CallScope(start.signal);
  const loading = loadEngine(settings, start, parts);
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
async function loadEngine(
  settings: EngineSettings,
  { signal, onProgress, trials }: EngineStart,
  parts: Part[],
): Promise<FaceEngine> {
  const { assets: folder, backend, detector: requested, model, measured: earlier, quarantined } = settings;
  const progress = new LoadProgressTeller(settings, onProgress);
  const enter = (stage: LoadProgress['stage']) => {
    throwIfAborted(signal);
    progress.enter(stage);
  };
  const assets = new AssetFolder(folder, { onBytes: (bytes) => progress.read(bytes) });
  enter('backend');
  assertPixelsTrue();
  // Of what is read in vain nobody waits for the rest.
  const ending = new AbortController();
  parts.push({ dispose: () => ending.abort() });
  // Scripts are not read, and MediaPipe begins with its own files itself.
  const begun = filesToRead(settings, []).filter(({ path }) => !/^mediapipe\/|\.js$/.test(path));
  const paths = begun.toSorted((a, b) => b.bytes - a.bytes).map(({ path }) => path);
  assets.begin(paths, ending.signal);
  const trialOf = (device: string) => `${folder.manifest.version} ${device}`;
  const { candidates, device } = await backendCandidates(
    backend,
    globalThis.navigator.gpu,
    (device) => quarantined?.includes(trialOf(device)) ?? false,
  );
  const backends = candidates.map(({ running }) => running);
  progress.expect(backends);
  if (backends.includes('wasm')) assets.begin([ASSET_PATHS.tfjsWasm], ending.signal);
  enter('detector');
  // Most of its time is not this thread's: the networks start meanwhile.
  const starting = startDetector(assets, requested, ending.signal);
  parts.push(starting);
  enter('points');
  const pointModel = await loadModel(assets, POINT_MODEL, 'points', signal);
  enter('embedder');
  const embedderModel = await loadModel(assets, model, 'embedder', signal);
  enter('warm-up');
  const models = {
    pointNetwork: pointModel,
    embedder: embedderModel,
    detector: starting.light,
  };
  const startOn = async (some: readonly BackendReport[], until?: AbortSignal) => {
    const tried = device !== undefined && some.some(({ running }) => running === 'webgpu');
    if (tried) {
      // What MediaPipe takes down is not the trial's fault.
      await starting.light;
      await trials?.begin(trialOf(device));
    }
    try {
      return await startNetworks(some, models, assets, until);
    } finally {
      if (tried) trials?.end();
    }
  };
  const measuredAs = `${folder.manifest.version} ${embedderModel.card.id} ${device}`;
  const { networks: first, times } = await chooseNetworks(
    candidates,
    (some) => startOn(some, signal),
    earlier?.[measuredAs],
    signal,
  );
  // A backend that is lost later is replaced for every call, whoever aborts.
  const networks = new RenewedNetworks(first, startOn);
  parts.push(networks);
  // By what is there already: nothing is requested then. Without it the GPU will do.
  if (candidates.some(({ running }) => running === 'wasm')) await prepareWasm(assets, signal).catch(() => undefined);
  const detector = chooseDetector(requested, await starting.mediapipe, createLightFaceDetector(networks.detector));
  await assets.kept();
  throwIfAborted(signal);
  progress.end();

  const { card } = embedderModel;
  const { presenceLimit } = pointModel.card;
  const contract = contractId({
    modelId: card.id,
    dimension: card.dimension,
    weightsSha256: card.weights.sha256,
    pointNetworkSha256: pointModel.card.weights.sha256,
    detectorSha256: DETECTOR_MODEL_SHA256,
  });
  const measured = times === undefined ? {} : { [measuredAs]: times };
  return new LocalEngine({ card, contract, presenceLimit, measured }, detector, networks);
}
