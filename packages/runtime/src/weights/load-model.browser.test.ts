import { outputLength } from '@face-verify/nets';
import { describe, expect, test } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import { AssetFolder } from '../assets/asset-folder.ts';
import { loadModel } from './load-model.ts';

const ASSETS = await openAssets('/drawn/');

test('a whole model has the weights that its network reads', async () => {
  const { card, network, weights } = await loadModel(ASSETS, 'drawn', 'embedder');
  expect(card.dimension).toBe(outputLength(network));
  expect(2 * weights.reduce((sum, { length }) => sum + length, 0)).toBe(card.weights.bytes);
});

test.for([
  ['one-bit-flipped', 'embedder', 'asset-corrupt'],
  ['cut-off', 'embedder', 'asset-corrupt'],
  ['incomplete-card', 'embedder', 'weights-corrupt'],
  ['other-topology', 'embedder', 'topology-mismatch'],
  ['unknown-architecture', 'embedder', 'topology-mismatch'],
  ['drawn', 'points', 'topology-mismatch'],
  ['face-points', 'embedder', 'topology-mismatch'],
  ['not-there', 'embedder', 'option-invalid'],
  ['../../drawn/models/drawn', 'embedder', 'option-invalid'],
] as const)('%s as %s is %s', async ([id, kind, code]) => {
  await expect(loadModel(ASSETS, id, kind)).rejects.toMatchObject({ code });
});

test('loading can be aborted', async () => {
  const abort = new AbortController();
  const loading = loadModel(ASSETS, 'drawn', 'embedder', abort.signal);
  abort.abort();
  await expect(loading).rejects.toMatchObject({ code: 'aborted' });
});

describe('a model of the page’s own', () => {
  const own = (): AssetFolder => {
    const { url, manifest } = ASSETS.facts;
    const files = manifest.files.filter(({ path }) => !path.startsWith('models/drawn/'));
    return new AssetFolder({ url, manifest: { ...manifest, files } });
  };
  const cardSha256 = ASSETS.entry('models/drawn/card.json')?.sha256 ?? '';

  test('is loaded by the digest of its card, though the manifest does not list it', async () => {
    const { card } = await loadModel(own(), { name: 'drawn', cardSha256 }, 'embedder');
    expect(card.id).toBe('drawn');
    await expect(loadModel(own(), 'drawn', 'embedder')).rejects.toMatchObject({
      code: 'option-invalid',
      message: expect.stringMatching(/with-threshold.*cardSha256/),
    });
  });

  test('is refused where its card is another, or its weights are not those of the card', async () => {
    const other = ASSETS.entry('models/one-bit-flipped/card.json')?.sha256 ?? '';
    for (const model of [
      { name: 'drawn', cardSha256: other },
      { name: 'one-bit-flipped', cardSha256: other },
    ]) {
      await expect(loadModel(own(), model, 'embedder')).rejects.toMatchObject({ code: 'asset-corrupt' });
    }
  });
});
