import * as tf from '@tensorflow/tfjs-core';
import { loadOptional } from './optional-package.ts';

/** The `webgpu` package: Dawn, the WebGPU of Chromium, for Node. */
interface Dawn {
  create(options: readonly string[]): GPU;
  readonly globals: Readonly<Record<string, unknown>>;
}

/** Kept for as long as the process lives: Dawn ends its devices with it. */
let gpu: GPU | undefined;

/**
 * Makes WebGPU the running backend, on a real graphics processor.
 *
 * @param softwareToo - also takes an adapter that computes on the CPU, a thousand times slower; for tests
 * @throws {Error} that says why it does not run here
 */
export async function startWebGpu(softwareToo = false): Promise<void> {
  const { create, globals } = (await loadOptional('webgpu')) as Dawn;
  Object.assign(globalThis, globals);
  gpu ??= create([]);
  await requireAdapter(gpu, softwareToo);
  // The backend looks for it there when it is imported; Node has no navigator before version 21.
  if (!('navigator' in globalThis)) Object.defineProperty(globalThis, 'navigator', { value: {} });
  Object.defineProperty(globalThis.navigator, 'gpu', { value: gpu, configurable: true });
  // Brings the gradients, which tfjs-core alone has not.
  await import('@tensorflow/tfjs');
  await import('@tensorflow/tfjs-backend-webgpu');
  if (!(await tf.setBackend('webgpu'))) throw new Error('the backend does not start');
}

/** @throws {Error} where there is no adapter, or one that computes on the CPU and is not wanted */
export async function requireAdapter(gpu: Pick<GPU, 'requestAdapter'>, softwareToo: boolean): Promise<void> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw new Error('there is no adapter');
  if (adapter.info.isFallbackAdapter && !softwareToo)
    throw new Error(`the adapter only computes on the CPU (${adapter.info.description})`);
}
