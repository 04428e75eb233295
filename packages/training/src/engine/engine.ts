import { FaceVerifyError } from '@face-verify/core';
import { STANDARD_KERNELS, type TrainingKernels } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { ENGINES, type EngineName, type EngineRequest } from './engine-names.ts';
import { createNativeKernels } from './native-kernels.ts';
import { loadOptional } from './optional-package.ts';
import { startWebGpu } from './webgpu.ts';

/** What computes: a tfjs backend that is running, and the kernels that are fastest on it. */
export interface Engine {
  readonly name: EngineName;
  readonly kernels: TrainingKernels;
  /** Why the engines before it do not run here. */
  readonly passedOver: readonly string[];
}

/** Read once, when TensorFlow is loaded. */
const NATIVE_SETTINGS = {
  TF_CPP_MIN_LOG_LEVEL: '2',
  // One thread for each worker beats several in one.
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: '1',
  // Products take their operands in bfloat16 where the processor has units for it; sums stay in float.
  TF_SET_ONEDNN_FPMATH_MODE: 'BF16',
};

/** Each starts its engine or throws the reason why it cannot run. */
export type EngineStarters = Readonly<Record<EngineName, () => Promise<TrainingKernels>>>;

const STARTERS: EngineStarters = {
  'tfjs-node-gpu': () => startNative('@tensorflow/tfjs-node-gpu'),
  'tfjs-node': () => startNative('@tensorflow/tfjs-node'),
  webgpu: async () => {
    await startWebGpu();
    return STANDARD_KERNELS;
  },
  cpu: async () => {
    // Brings the gradients too, which tfjs-core alone has not.
    await import('@tensorflow/tfjs');
    if (!(await tf.setBackend('cpu'))) throw new Error('the backend does not start');
    return STANDARD_KERNELS;
  },
};

/**
 * Starts the fastest engine there is, or exactly the one asked for.
 *
 * @throws {FaceVerifyError} `backend-unavailable` where the engine asked for cannot run: training never falls back in silence
 */
export async function startEngine(request: EngineRequest, starters = STARTERS): Promise<Engine> {
  // Only its advice is switched off: to install another engine, which `passedOver` tells better.
  tf.enableProdMode();
  const passedOver: string[] = [];
  for (const name of request === 'auto' ? ENGINES : [request]) {
    try {
      return { name, kernels: await starters[name](), passedOver };
    } catch (error) {
      passedOver.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  throw new FaceVerifyError('backend-unavailable', `No engine. ${passedOver.join('; ')}`);
}

async function startNative(name: string): Promise<TrainingKernels> {
  for (const [setting, value] of Object.entries(NATIVE_SETTINGS)) process.env[setting] ??= value;
  await loadOptional(name);
  await tf.ready();
  if (tf.getBackend() !== 'tensorflow') throw new Error(`the backend is ${tf.getBackend()}`);
  return createNativeKernels();
}
