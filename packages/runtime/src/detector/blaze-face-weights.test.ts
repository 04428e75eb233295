import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NETWORKS_BY_KIND, type Network } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import { expect, test } from 'vitest';
import { sourceAssets } from '../../assets/source-assets.ts';
import { ASSET_PATHS, LIGHT_DETECTOR } from '../assets/asset-paths.ts';
import { blazeFaceWeights } from './blaze-face-weights.ts';

const network = NETWORKS_BY_KIND.detector.BlazeFace_short_range?.() as Network;
const { weights } = JSON.parse(await readFile(join(MODELS_FOLDER, LIGHT_DETECTOR, 'card.json'), 'utf8'));

async function mediapipeModel(): Promise<Uint8Array> {
  const file = (await sourceAssets(MODELS_FOLDER)()).find(({ path }) => path === ASSET_PATHS.detectorModel);
  return (await file?.read()) ?? new Uint8Array();
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the weights of the light detector are within MediaPipe’s model, byte for byte', async () => {
  expect(digestOf(blazeFaceWeights(network, await mediapipeModel()))).toBe(weights.sha256);
});

test.for([0, 1, 4, 30_000, 200_000])('of %i bytes of it come others, as their digest tells', async (length) => {
  const cut = (await mediapipeModel()).subarray(0, length);
  expect(digestOf(blazeFaceWeights(network, cut))).not.toBe(weights.sha256);
});
