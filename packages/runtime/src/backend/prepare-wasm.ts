import { FaceVerifyError } from '@face-verify/core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { ASSET_PATHS } from '../assets/asset-paths.ts';
import { compileBytes } from '../assets/compile-wasm.ts';

/** The folder of which tfjs asks its platform: none. */
const CHECKED = 'face-verify:';
/** What it asks for there. */
const BINARY = `${CHECKED}tfjs-backend-wasm-simd.wasm`;

/** Ways of fetching that give tfjs the binary: one on each thread, like tfjs's own state. */
const giving = new WeakSet<tf.Platform['fetch']>();

/**
 * Gives tfjs the WASM binary that was checked, before its first start on this thread; later it is there.
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
  if (giving.has(tf.env().platform.fetch)) assets.noteAtHand(ASSET_PATHS.tfjsWasm);
  else {
    const bytes = await assets.read(ASSET_PATHS.tfjsWasm, signal);
    // tfjs waits forever for a binary that cannot be compiled.
    await compileBytes(bytes, ASSET_PATHS.tfjsWasm);
    give(bytes);
  }
  try {
    setWasmPaths(CHECKED, true);
  } catch (cause) {
    throw new FaceVerifyError('backend-unavailable', 'WASM failed to start before; load the page again.', { cause });
  }
}

/** Has tfjs's way of fetching answer the address of the binary by itself. */
function give(bytes: Uint8Array<ArrayBuffer>): void {
  const { platform } = tf.env();
  const { fetch } = platform;
  // Another verifier may have been faster.
  if (giving.has(fetch)) return;
  platform.fetch = async (path, init) =>
    path === BINARY ? new Response(bytes) : Reflect.apply(fetch, platform, [path, init]);
  giving.add(platform.fetch);
}
