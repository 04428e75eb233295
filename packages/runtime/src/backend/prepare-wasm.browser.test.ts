import * as tf from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import { AssetFolder } from '../assets/asset-folder.ts';
import { prepareWasm } from './prepare-wasm.ts';

test('a binary that cannot be downloaded is tried again; then it is read once for all verifiers of a thread', async () => {
  const assets = await openAssets('/drawn/');
  await caches.delete('face-verify');
  const elsewhere = new AssetFolder({ ...assets.facts, url: new URL('/drawn/none/', location.href).href });
  await expect(prepareWasm(elsewhere)).rejects.toMatchObject({ code: 'asset-unavailable' });

  const read = vi.spyOn(assets, 'read');
  const compile = vi.spyOn(WebAssembly, 'compile');
  await prepareWasm(assets);
  const { fetch } = tf.env().platform;
  await prepareWasm(assets);
  expect(read).toHaveBeenCalledOnce();
  expect(compile).toHaveBeenCalledOnce();
  expect(tf.env().platform.fetch).toBe(fetch);
});
