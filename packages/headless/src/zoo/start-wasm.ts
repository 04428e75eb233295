import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Starts TensorFlow.js on WASM on this page, for networks that no verifier runs.
 *
 * @param assets - folder of the SDK's assets, which the binary is taken from
 */
export async function startWasm(assets = 'face-verify/'): Promise<void> {
  if (tf.getBackend() === 'wasm') return;
  // As the SDK does.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(`${assets}tfjs/`);
  if (!(await tf.setBackend('wasm'))) throw new Error('WASM could not be started.');
}
