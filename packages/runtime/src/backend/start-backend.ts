import { FaceVerifyError } from '@face-verify/core';
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName, BackendReport } from '../api.ts';
import type { Backend } from './backend.ts';
import { onEngine } from './on-engine.ts';
import { prepareWasm } from './prepare-wasm.ts';

/**
 * Starts a backend. tfjs takes another one in silence where the one asked for fails, so the outcome is checked.
 *
 * @throws {FaceVerifyError} `backend-unavailable`, `asset-unavailable`, `aborted`
 */
export async function startBackend(report: BackendReport, assets: URL, signal?: AbortSignal): Promise<Backend> {
  const { running: name } = report;
  if (name === 'wasm') await prepareWasm(assets, signal);
  // Imported only where it runs: three quarters of a megabyte.
  else await import('@tensorflow/tfjs-backend-webgpu');
  await onEngine(async () => {
    const started = await tf.setBackend(name).catch((cause: unknown) => {
      throw notStarted(name, cause);
    });
    if (!started || tf.getBackend() !== name) throw notStarted(name);
  });
  return { report, activate: () => activate(name) };
}

function activate(name: BackendName): void {
  // For a backend that has been started this is synchronous; awaiting would let another verifier come in between.
  if (tf.getBackend() !== name) void tf.setBackend(name);
  if (tf.getBackend() !== name) throw notStarted(name);
}

function notStarted(name: BackendName, cause?: unknown): FaceVerifyError {
  return new FaceVerifyError('backend-unavailable', `The ${name} backend could not be started.`, {
    details: { backend: name },
    cause,
  });
}
