import { expect, test } from 'vitest';
import { ASSET_PATHS } from './asset-paths.ts';
import { fetchAsset, fetchWasm } from './fetch-asset.ts';

/** An address where a request fails without an answer. */
function revokedUrl(): string {
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return url;
}

test('an asset is its bytes', async () => {
  const bytes = await fetchAsset(new URL('/drawn/models/drawn/card.json', location.href));
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ id: 'drawn' });
});

test.for([
  ['is not there', '/drawn/models/none/card.json', '404'],
  // What servers send for any path that they do not know.
  ['is the page instead', location.href, 'page'],
  ['cannot be reached', revokedUrl(), ''],
] as const)('an asset that %s is unavailable', async ([, url, message]) => {
  for (const fetchIt of [fetchAsset, fetchWasm]) {
    const address = new URL(url, location.href);
    const error: unknown = await fetchIt(address).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'asset-unavailable', message: expect.stringContaining(message) });
    expect(error).toHaveProperty('message', expect.stringContaining(address.href));
  }
});

/** Where a file lies, of any bytes and type. */
function addressOf(bytes: BlobPart, type: string): URL {
  return new URL(URL.createObjectURL(new Blob([bytes], { type })));
}

test.for(['application/wasm', 'application/octet-stream'])('WebAssembly sent as %s is compiled', async (type) => {
  const bytes = await fetchAsset(new URL(`/drawn/${ASSET_PATHS.tfjsWasm}`, location.href));
  expect(await fetchWasm(addressOf(bytes, type))).toBeInstanceOf(WebAssembly.Module);
});

test.for(['application/wasm', 'application/octet-stream'])(
  'WebAssembly sent as %s that was cut off, or is something else, is unavailable',
  async (type) => {
    const bytes = await fetchAsset(new URL(`/drawn/${ASSET_PATHS.tfjsWasm}`, location.href));
    for (const wrong of [bytes.slice(0, bytes.length / 2), '<!doctype html><title>Not found</title>', '']) {
      await expect(fetchWasm(addressOf(wrong, type))).rejects.toMatchObject({ code: 'asset-unavailable' });
    }
  },
);

test('fetching can be aborted', async () => {
  const url = new URL('/drawn/models/drawn/weights.bin', location.href);
  for (const fetchIt of [fetchAsset, fetchWasm]) {
    await expect(fetchIt(url, AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
  }
});
