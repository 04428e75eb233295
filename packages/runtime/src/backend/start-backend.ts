import { FaceVerifyError } from '@face-verify/core';
import { startKernels } from '@face-verify/kernels';
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName, BackendReport } from '../api.ts';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { ASSET_PATHS } from '../assets/asset-paths.ts';
import { CallScope } from '../call-scope.ts';
import { timedStage } from '../timed-stage.ts';
import type { Backend } from './backend.ts';
import { onEngine } from './on-engine.ts';
import { prepareWasm } from './prepare-wasm.ts';
import { withinBackendLimit } from './within-backend-limit.ts';

/**
 * Starts a backend. tfjs takes another one in silence where the one asked for fails, so the outcome is checked.
 *
 * @throws {FaceVerifyError} `backend-unavailable`, `asset-unavailable`, `asset-corrupt`, `aborted`
 */
export async function startBackend(report: BackendReport, assets: AssetFolder, signal?: AbortSignal): Promise<Backend> {
  const { running: name } = report;
  if (name === 'wasm') await prepareWasm(assets, signal);
  else if (findFactory(name)) assets.noteAtHand(ASSET_PATHS.engineWebgpu);
  else {
    // Imported only where it runs, as the engine's second module, which a thread runs once.
    await assets.scriptUrl(ASSET_PATHS.engineWebgpu, signal);
    await import('@tensorflow/tfjs-backend-webgpu');
  }
  const start = async () => {
    const { registry } = tf.engine();
    // findBackend would make it.
    registry[name] ??= await makeBackend(name, signal);
    if (!(await tf.setBackend(name)) || tf.getBackend() !== name) throw notStarted(name);
    return registry[name];
  };
  const started = await timedStage(`start ${name}`, () => onEngine(start));
  return {
    report,
    kernels: name === 'wasm' ? await timedStage('start kernels', () => startKernels()) : undefined,
    activate: () => {
      if (tf.engine().registry[name] !== started) throw notStarted(name);
      activate(name);
    },
    discard: () => {
      if (tf.engine().registry[name] === started) discard(name);
    },
  };
}

/**
 * Makes a backend, for tfjs to have when it is there. tfjs could not be told that nobody waits any more for one that
 * it makes itself: arriving late, it would take the place of whichever is current by then.
 */
async function makeBackend(name: BackendName, signal?: AbortSignal): Promise<tf.KernelBackend> {
  const factory = findFactory(name);
  if (factory === undefined) throw notStarted(name);
  const making = (async () => factory())();
  const scope = new CallScope(signal);
  try {
    return await scope.orOver(withinBackendLimit(making, `The ${name} backend`));
  } catch (error) {
    making.then(
      (late) => late.dispose(),
      () => undefined,
    );
    throw error instanceof FaceVerifyError ? error : notStarted(name, error);
  } finally {
    scope.close();
  }
}

/** tfjs's factories may promise, and there may be none. */
function findFactory(name: BackendName): (() => tf.KernelBackend | Promise<tf.KernelBackend>) | undefined {
  return tf.findBackendFactory(name);
}

/** tfjs forgets the factory, too. */
function discard(name: BackendName): void {
  const factory = findFactory(name);
  tf.removeBackend(name);
  if (factory) tf.registerBackend(name, factory);
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
