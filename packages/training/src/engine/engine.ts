import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { STANDARD_KERNELS, type TrainingKernels } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { createNativeKernels } from './native-kernels.ts';

/** What computes: a tfjs backend that is running, and the kernels that are fastest on it. */
export interface Engine {
  readonly name: 'tfjs-node-gpu' | 'tfjs-node' | 'cpu';
  readonly kernels: TrainingKernels;
}

export type EngineRequest = Engine['name'] | 'auto';

/** Where `npm run train:engine` puts the native engine; see packages/training/README.md. */
const BUILT_ENGINE = new URL('../../../../.cache/engine/package.json', import.meta.url);

const NATIVE = ['tfjs-node-gpu', 'tfjs-node'] as const;

/** Read once, when TensorFlow is loaded. */
const NATIVE_SETTINGS = {
  TF_CPP_MIN_LOG_LEVEL: '2',
  // One thread for each worker beats several in one.
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: '1',
  // Products take their operands in bfloat16 where the processor has units for it; sums stay in float.
  TF_SET_ONEDNN_FPMATH_MODE: 'BF16',
};

/**
 * Starts the fastest engine there is, or exactly the one asked for.
 *
 * @throws {Error} where the engine asked for cannot run: training never falls back in silence
 */
export async function startEngine(request: EngineRequest): Promise<Engine> {
  const failures: string[] = [];
  for (const [name, value] of Object.entries(NATIVE_SETTINGS)) process.env[name] ??= value;
  for (const name of NATIVE) {
    if (request !== 'auto' && request !== name) continue;
    const failure = loadNative(name);
    if (failure !== undefined) {
      failures.push(`${name}: ${failure}`);
      continue;
    }
    await tf.ready();
    if (tf.getBackend() === 'tensorflow') return { name, kernels: createNativeKernels() };
    failures.push(`${name}: the backend is ${tf.getBackend()}`);
  }
  if (request !== 'auto' && request !== 'cpu') throw new Error(`No engine. ${failures.join('; ')}`);
  // Brings the gradients too, which tfjs-core alone has not.
  await import('@tensorflow/tfjs');
  if (!(await tf.setBackend('cpu'))) throw new Error('The CPU backend does not start.');
  return { name: 'cpu', kernels: STANDARD_KERNELS };
}

/** Loads the package from the workspace or from the engine built beside it. @returns why not, or nothing */
function loadNative(name: string): string | undefined {
  const places = [import.meta.url, ...(existsSync(BUILT_ENGINE) ? [BUILT_ENGINE.href] : [])];
  const reasons = places.map((place) => {
    try {
      createRequire(place)(`@tensorflow/${name}`);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message.split('\n')[0] : String(error);
    }
  });
  return reasons.includes(undefined) ? undefined : reasons.at(-1);
}
