import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { EmbedderCard, PointCard } from '@face-verify/nets';
import { throwIfAborted } from '../abort.ts';
import type { BackendReport } from '../api.ts';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { onEngine } from '../backend/on-engine.ts';
import { startBackend } from '../backend/start-backend.ts';
import type { Model } from '../weights/load-model.ts';
import { type NetworkRunner, startNetwork } from './network-runner.ts';

/** The networks of a pipeline, and where they run. */
export interface StartedNetworks {
  readonly report: BackendReport;
  readonly pointNetwork: NetworkRunner;
  readonly embedder: NetworkRunner;
  dispose(): void;
  /** Disposes of them and of the backend that they ran on, since it was lost. */
  discard(): Promise<void>;
}

export interface Models {
  readonly pointNetwork: Model<PointCard>;
  readonly embedder: Model<EmbedderCard>;
}

/**
 * Starts both networks on the first backend that computes them rightly. There are graphics drivers that do not.
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
 * Starts both networks on one backend.
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
  throwIfAborted(signal);
  const pointNetwork = await startNetwork(backend, models.pointNetwork);
  try {
    throwIfAborted(signal);
    const embedder = await startNetwork(backend, models.embedder);
    const dispose = () => {
      pointNetwork.dispose();
      embedder.dispose();
    };
    const discard = async () => {
      dispose();
      await onEngine(() => backend.discard());
    };
    return { report, pointNetwork, embedder, dispose, discard };
  } catch (error) {
    pointNetwork.dispose();
    throw error;
  }
}
