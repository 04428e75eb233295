import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { DetectorCard, EmbedderCard, ModelCard, PointCard } from '@face-verify/nets';
import { throwIfAborted } from '../abort.ts';
import type { BackendReport } from '../api.ts';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { onEngine } from '../backend/on-engine.ts';
import { startBackend } from '../backend/start-backend.ts';
import { timedStage } from '../timed-stage.ts';
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
  /** Comes when the others may have started. */
  readonly detector: Promise<DetectorToStart>;
}

/** A detector that is started with the other networks or, since one that is not run costs no time, when it is run. */
export interface DetectorToStart {
  readonly model: Model<DetectorCard>;
  readonly isRun: boolean;
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
    const network = await timedStage(`start ${model.card.id}`, () => choice.start(model));
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
    const { model, isRun } = await models.detector;
    throwIfAborted(signal);
    const detector = isRun ? await start(model) : whenRun(() => start(model));
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
