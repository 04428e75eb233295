import { expect, test } from 'vitest';
import { fetchAsset } from './fetch-asset.ts';

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
  await expect(fetchAsset(new URL(url, location.href))).rejects.toMatchObject({
    code: 'asset-unavailable',
    message: expect.stringContaining(message),
  });
});

test('fetching can be aborted', async () => {
  const url = new URL('/drawn/models/drawn/weights.bin', location.href);
  await expect(fetchAsset(url, AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
});
