import { type StartedKernels, startKernels } from '@face-verify/kernels';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { OwnKernelSets } from './time-kernels.ts';

/**
 * Starts TensorFlow.js on WASM on this page, for networks that no verifier runs.
 *
 * @param assets - folder of the SDK's assets, which the binary is taken from
 * @returns the kernels that the SDK takes in this browser; undefined where there are none but TensorFlow.js's
 */
export async function startWasm(assets = 'face-verify/'): Promise<StartedKernels | undefined> {
  if (tf.getBackend() !== 'wasm') {
    // As the SDK does.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths(`${assets}tfjs/`);
    if (!(await tf.setBackend('wasm'))) throw new Error('WASM could not be started.');
  }
  return startKernels();
}

/** @throws where the browser does not take ours, or the page was served without them */
export async function startOwnKernels(): Promise<OwnKernelSets> {
  const [relaxed, plain] = await Promise.all((['relaxed-simd', 'simd'] as const).map((name) => startKernels(name)));
  if (relaxed === undefined || plain === undefined) throw new Error('The kernels could not be started.');
  return { 'relaxed-simd': relaxed, simd: plain };
}
