import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ASSET_PATHS, DETECTOR_MODEL_SHA256 } from '../src/assets/asset-paths.ts';
import { sourceAssets } from './source-assets.ts';

let models: string;

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
  await mkdir(join(models, 'a-model'));
  for (const file of ['card.json', 'weights.bin', 'README.md']) await writeFile(join(models, 'a-model', file), file);
});

afterAll(() => rm(models, { recursive: true }));

test('only files that browsers fetch are assets', async () => {
  const paths = (await sourceAssets(models)()).map(({ path }) => path);
  expect(paths).toEqual([
    'engine.js',
    'engine-webgpu.js',
    'engine-licences.md',
    'mediapipe/vision_wasm_module_internal.js',
    'mediapipe/vision_wasm_module_internal.wasm',
    'tfjs/tfjs-backend-wasm-simd.wasm',
    'mediapipe/face_detection_short_range.tflite',
    'models/a-model/card.json',
    'models/a-model/weights.bin',
  ]);
});

test('every asset can be read', async () => {
  for (const { path, read } of await sourceAssets(models)()) expect((await read()).length, path).toBeGreaterThan(0);
});

test('a folder of models that is not there holds none', async () => {
  expect(await sourceAssets(join(models, 'none'))()).toHaveLength(7);
});

test('the detector’s model is the one that the pipeline insists on', async () => {
  const model = (await sourceAssets(models)()).find(({ path }) => path === ASSET_PATHS.detectorModel);
  const bytes = (await model?.read()) ?? new Uint8Array();
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(DETECTOR_MODEL_SHA256);
});
