import { FaceVerifyError } from '@face-verify/core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { ASSET_PATHS } from '../assets/asset-paths.ts';
import { compileWasm } from '../assets/compile-wasm.ts';

/** The folder of which tfjs asks its platform: none. */
const CHECKED = 'face-verify:';

/**
 * Gives tfjs the WASM binary that was checked, before its first start on the page.
 *
 * One thread: threads exist only on cross-origin isolated pages, would need a second binary, and on two busy cores
 * two of them were measured to be slower than one. The networks take tens of milliseconds.
 *
 * @throws {FaceVerifyError} `backend-unavailable`, `asset-unavailable`, `asset-corrupt`, `aborted`
 */
export async function prepareWasm(assets: AssetFolder, signal?: AbortSignal): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new FaceVerifyError('backend-unavailable', 'The browser is too old: its WebAssembly has no SIMD.');
  }
  // tfjs waits forever for a binary that cannot be compiled.
  await compileWasm(assets, ASSET_PATHS.tfjsWasm, signal);
  const bytes = await assets.read(ASSET_PATHS.tfjsWasm, signal);
  answerPlatform(`${CHECKED}tfjs-backend-wasm-simd.wasm`, () => new Response(bytes));
  try {
    setWasmPaths(CHECKED, true);
  } catch (cause) {
    throw new FaceVerifyError('backend-unavailable', 'WASM failed to start before; load the page again.', { cause });
  }
}

/** Has tfjs's way of fetching answer one address by itself. */
function answerPlatform(address: string, answer: () => Response): void {
  const { platform } = tf.env();
  const { fetch } = platform;
  platform.fetch = async (path, init) => (path === address ? answer() : Reflect.apply(fetch, platform, [path, init]));
}
