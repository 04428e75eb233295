/// <reference types="vite/client" />
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import '@tensorflow/tfjs-backend-webgpu';
import { expectNoTensorLeak, TOLERANCES } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawParameters, repeatable, repeatableTensor } from '../testing/repeatable.ts';
import { SMALL_NETWORKS } from '../testing/small-networks.ts';
import { foldParameters } from './fold.ts';
import { createInference } from './inference.ts';
import type { Network } from './network.ts';
import { NETWORKS } from './registry.ts';
import { createTrainable } from './trainable.ts';

beforeAll(() => {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(new URL('.', new URL(wasmUrl, location.href)).href);
});

async function runOn(backend: string, network: Network, weights: readonly Float32Array[]): Promise<Float32Array> {
  expect(await tf.setBackend(backend)).toBe(true);
  const inference = createInference(network, weights);
  const input = repeatableTensor<tf.Rank.R4>([2, ...network.nodes[0].shape]);
  const output = inference.run(input);
  const values = await output.data<'float32'>();
  tf.dispose([input, output]);
  inference.dispose();
  return values;
}

function largestDifference(found: Float32Array, expected: Float32Array, unit: number): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(...found.map((value, i) => Math.abs(value - (expected[i] as number)) / unit));
}

const named = SMALL_NETWORKS.map((network) => [network.name, network] as const);

// WebGPU runs on the processor here: right, but slow.
describe.each(named)('%s', { timeout: 120_000 }, (_, network) => {
  const weights = foldParameters(network, drawParameters(network));
  let expected: Float32Array;

  beforeAll(async () => {
    expected = await runOn('cpu', network, weights);
  });

  test.for([
    ['wasm', TOLERANCES.wasmVersusCpu],
    ['webgpu', TOLERANCES.webgpuVersusCpu],
  ] as const)('compute on %s what they compute on the plain backend', async ([backend, tolerance]) => {
    const found = await expectNoTensorLeak(() => runOn(backend, network, weights));
    expect(largestDifference(found, expected, Math.max(1, ...expected.map(Math.abs)))).toBeLessThan(tolerance);
  });
});

/** One of each family whose weights a browser might fetch, on images small enough for the plain backend. */
const EMBEDDERS = [
  'ConvFaceNeXt_PS+LGAF',
  'MobileFaceNet_y1',
  'MobileFaceNetV1',
  'ShuffleFaceNet_1x',
  'ProxylessFaceNAS',
  'MobiFace',
  'ProgressiveNet_5',
];

test.for(EMBEDDERS)('%s embeds on WASM as on the plain backend', { timeout: 120_000 }, async (name) => {
  const network = NETWORKS[name]?.(32) as Network;
  // Whichever backend settles them: both get the same. This one is fast.
  await tf.setBackend('wasm');
  const weights = foldParameters(network, settledParameters(network));
  const expected = await runOn('cpu', network, weights);
  const found = await runOn('wasm', network, weights);
  // Two embeddings, each of about half the squares.
  const norm = Math.hypot(...expected) / Math.SQRT2;
  expect(largestDifference(found, expected, norm)).toBeLessThan(TOLERANCES.wasmVersusCpu);
});

/** First values with the statistics that they lead to: with others, maps grow from block to block beyond all measure. */
function settledParameters(network: Network): Map<string, Float32Array> {
  const { forward, parameters, dispose } = createTrainable(network, { random: repeatable(), normMomentum: 0 });
  tf.tidy(() => {
    forward(repeatableTensor([8, ...network.nodes[0].shape]), 'train');
  });
  const values = new Map(parameters.map(({ name, variable }) => [name, variable.dataSync<'float32'>().slice()]));
  dispose();
  return values;
}
