import { FaceVerifyError } from '@face-verify/core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { ASSET_PATHS } from '../assets/asset-paths.ts';
import { fetchAsset } from '../assets/fetch-asset.ts';

/**
 * Tells tfjs where its WASM binary lies, before its first start on the page.
 *
 * One thread: threads exist only on cross-origin isolated pages, would need a second binary, and on two busy cores
 * two of them were measured to be slower than one. The networks take tens of milliseconds.
 *
 * @throws {FaceVerifyError} `backend-unavailable`, `asset-unavailable`, `aborted`
 */
export async function prepareWasm(assets: URL, signal?: AbortSignal): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new FaceVerifyError('backend-unavailable', 'The browser is too old: its WebAssembly has no SIMD.');
  }
  // tfjs cannot start again after a failed download; this one can be repeated, and gives the cache its copy.
  await fetchAsset(new URL(ASSET_PATHS.tfjsWasm, assets), signal);
  try {
    setWasmPaths(new URL(ASSET_PATHS.tfjsWasmFolder, assets).href);
  } catch (cause) {
    throw new FaceVerifyError('backend-unavailable', 'WASM failed to start before; load the page again.', { cause });
  }
}
