import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { DetectorCard, EmbedderCard, ModelCard, PointCard } from '@face-verify/nets';
import { throwIfAborted } from '../abort.ts';
import type { BackendReport } from '../api.ts';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { onEngine } from '../backend/on-engine.ts';
import { startBackend } from '../backend/start-backend.ts';
import type { Model } from '../weights/load-model.ts';
import { KernelChoice } from './kernel-choice.ts';
import type { NetworkRunner } from './network-runner.ts';

/** The networks of a pipeline, and where they run. */
export interface StartedNetworks {
  readonly report: BackendReport;
  readonly pointNetwork: NetworkRunner;
  readonly embedder: NetworkRunner;
  /** Finds faces where MediaPipe does not. Started with the others where that was asked for, otherwise when it is run. */
  readonly detector: Pick<NetworkRunner, 'run'>;
  dispose(): void;
  /** Disposes of them and of the backend that they ran on, since it was lost. */
  discard(): Promise<void>;
}

export interface Models {
  readonly pointNetwork: Model<PointCard>;
  readonly embedder: Model<EmbedderCard>;
  readonly detector: Model<DetectorCard>;
  /** Whether the detector is started with the others: one that is not run costs no time. */
  readonly startsDetector: boolean;
}

/**
 * Starts all networks on the first backend that computes them rightly. There are graphics drivers that do not.
 *
 * @param candidates - best first, at least one
 * @throws {FaceVerifyError} that of the last candidate: `backend-unavailable`, `asset-unavailable`,
 *   `weights-corrupt`; or `aborted`
 */
export async function startNetworks(
  [candidate, ...others]: readonly BackendReport[],
  models: Models,
  assets: AssetFolder,
  signal?: AbortSignal,
): Promise<StartedNetworks> {
  if (candidate === undefined) throw new FaceVerifyError('backend-unavailable', 'There is no backend to try.');
  try {
    return await startOn(candidate, models, assets, signal);
  } catch (error) {
    const [next, ...rest] = others;
    if (next === undefined || signal?.aborted) throw error;
    const { message } = toFaceVerifyError(error, 'backend-unavailable');
    return startNetworks([{ ...next, reason: `${next.reason} ${message}` }, ...rest], models, assets, signal);
  }
}

/**
 * Starts all networks on one backend.
 *
 * @throws {FaceVerifyError} `backend-unavailable`, `asset-unavailable`, `weights-corrupt`, `aborted`
 */
async function startOn(
  report: BackendReport,
  models: Models,
  assets: AssetFolder,
  signal?: AbortSignal,
): Promise<StartedNetworks> {
  const backend = await startBackend(report, assets, signal);
  const choice = new KernelChoice(backend);
  const started: NetworkRunner[] = [];
  let disposed = false;
  const dispose = () => {
    disposed = true;
    for (const network of started) network.dispose();
  };
  const start = async (model: Model<ModelCard>): Promise<NetworkRunner> => {
    const network = await choice.start(model);
    // One that comes late answers that it has been disposed of.
    if (disposed) network.dispose();
    else started.push(network);
    return network;
  };
  try {
    throwIfAborted(signal);
    const pointNetwork = await start(models.pointNetwork);
    throwIfAborted(signal);
    const embedder = await start(models.embedder);
    throwIfAborted(signal);
    const detector = models.startsDetector ? await start(models.detector) : whenRun(() => start(models.detector));
    const discard = async () => {
      dispose();
      await onEngine(() => backend.discard());
    };
    return { report: choice.report, pointNetwork, embedder, detector, dispose, discard };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** A network that is started when it is first run. */
function whenRun(start: () => Promise<NetworkRunner>): Pick<NetworkRunner, 'run'> {
  let starting: Promise<NetworkRunner> | undefined;
  return {
    run: async (image) => {
      starting ??= start().catch((error) => {
        starting = undefined;
        throw error;
      });
      return (await starting).run(image);
    },
  };
}
