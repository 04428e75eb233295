import { FaceVerifyError } from '@face-verify/core';
import { timedStage } from '../timed-stage.ts';
import type { AssetFolder } from './asset-folder.ts';
import { PolicyWatch } from './policy-watch.ts';

/**
 * WebAssembly, compiled from the bytes that were checked.
 *
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `backend-unavailable`, `aborted`
 */
export async function compileWasm(
  assets: AssetFolder,
  path: string,
  signal?: AbortSignal,
): Promise<WebAssembly.Module> {
  return compileBytes(await assets.read(path, signal), path);
}

/**
 * As {@link compileWasm}, of bytes that are there.
 *
 * @param path - of their file
 * @throws {FaceVerifyError} `backend-unavailable`
 */
export async function compileBytes(bytes: BufferSource, path: string): Promise<WebAssembly.Module> {
  const watch = new PolicyWatch();
  try {
    return await timedStage(`compile ${path}`, () => WebAssembly.compile(bytes));
  } catch (cause) {
    const forbidden = (await watch.directiveAgainst('wasm-eval')) !== undefined;
    const message = forbidden
      ? "The Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src."
      : 'The browser could not compile the WebAssembly that it was given.';
    const details = { file: path, ...(forbidden && { missing: 'wasm-unsafe-eval' }) };
    throw new FaceVerifyError('backend-unavailable', message, { details, cause });
  } finally {
    watch.close();
  }
}
