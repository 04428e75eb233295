import { FaceVerifyError } from '@face-verify/core';
import { throwIfAborted } from '../abort.ts';

/** @throws {FaceVerifyError} `asset-unavailable` with the address, `aborted` */
export function fetchAsset(url: URL, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return load(url, signal, async (response) => new Uint8Array(await response.arrayBuffer()));
}

/**
 * A WebAssembly binary, compiled while it arrives where the server names its type.
 *
 * @throws {FaceVerifyError} `asset-unavailable` with the address, also for what is no WebAssembly or was cut off;
 *   `aborted`
 */
export function fetchWasm(url: URL, signal?: AbortSignal): Promise<WebAssembly.Module> {
  return load(url, signal, async (response) =>
    response.headers.get('content-type')?.startsWith('application/wasm')
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()),
  );
}

/** An asset that is there, but is not what it should be; or that is not there. */
export function assetUnavailable(url: URL, why: string, cause?: unknown): FaceVerifyError {
  return new FaceVerifyError('asset-unavailable', `${url.href} could not be loaded: ${why}`, {
    details: { path: url.pathname },
    cause,
  });
}

async function load<Asset>(
  url: URL,
  signal: AbortSignal | undefined,
  read: (response: Response) => Promise<Asset>,
): Promise<Asset> {
  try {
    const response = await fetch(url, { signal: signal ?? null });
    if (!response.ok) throw new Error(`the server answered ${response.status}.`);
    // Many servers send their start page where there is no file.
    if (response.headers.get('content-type')?.startsWith('text/html')) throw new Error('the server sent a page.');
    return await read(response);
  } catch (cause) {
    throwIfAborted(signal);
    throw assetUnavailable(url, cause instanceof Error ? cause.message : 'the request failed.', cause);
  }
}
