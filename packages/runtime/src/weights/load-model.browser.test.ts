import { outputLength } from '@face-verify/nets';
import { expect, test } from 'vitest';
import { loadModel } from './load-model.ts';

const ASSETS = new URL('/drawn/', location.href);

test('a whole model has the weights that its network reads', async () => {
  const { card, network, weights } = await loadModel(ASSETS, 'drawn', 'embedder');
  expect(card.dimension).toBe(outputLength(network));
  expect(2 * weights.reduce((sum, { length }) => sum + length, 0)).toBe(card.weights.bytes);
});

test.for([
  ['one-bit-flipped', 'embedder', 'weights-corrupt'],
  ['cut-off', 'embedder', 'weights-corrupt'],
  ['incomplete-card', 'embedder', 'weights-corrupt'],
  ['other-topology', 'embedder', 'topology-mismatch'],
  ['unknown-architecture', 'embedder', 'topology-mismatch'],
  ['drawn', 'points', 'topology-mismatch'],
  ['face-points', 'embedder', 'topology-mismatch'],
  ['not-there', 'embedder', 'asset-unavailable'],
  ['../../drawn/models/drawn', 'embedder', 'asset-unavailable'],
] as const)('%s as %s is %s', async ([id, kind, code]) => {
  await expect(loadModel(ASSETS, id, kind)).rejects.toMatchObject({ code });
});

test('loading can be aborted', async () => {
  const abort = new AbortController();
  const loading = loadModel(ASSETS, 'drawn', 'embedder', abort.signal);
  abort.abort();
  await expect(loading).rejects.toMatchObject({ code: 'aborted' });
});
