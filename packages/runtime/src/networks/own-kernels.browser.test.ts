import { startKernels } from '@face-verify/kernels';
import { createInference, goldenInput, goldenValues, INPUT_DIVISORS, networkInput, sizeOf } from '@face-verify/nets';
import { beforeAll, describe, expect, test } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import { startBackend } from '../backend/start-backend.ts';
import { agreesWithGolden } from '../weights/agrees-with-golden.ts';
import { loadModel } from '../weights/load-model.ts';

const ASSETS = await openAssets('/face-verify/');

/** Below what a decision could notice: a similarity is given with four digits. */
const MAX_COSINE_SHIFT = 1e-6;
/** Of the largest output. */
const MAX_SHIFT = 1e-5;

const SHIPPED = [
  ['convfacenext-ps', 'embedder'],
  ['mobilefacenet', 'embedder'],
  ['face-points', 'points'],
  ['blazeface-short-range', 'detector'],
] as const;

beforeAll(async () => {
  await startBackend({ requested: 'wasm', running: 'wasm', reason: 'Chosen by a test.' }, ASSETS);
});

/** Noise, which no image of waves resembles. */
function noise(sizePx: number) {
  let state = 1;
  const data = Uint8Array.from({ length: sizeOf([sizePx, sizePx, 3]) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return { widthPx: sizePx, heightPx: sizePx, channels: 3, data } as const;
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, i) => sum + value * (y[i] as number), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe.each(['relaxed-simd', 'simd'] as const)('kernels of our own, %s', (name) => {
  test.for(SHIPPED)('compute %s as tfjs does, and as its card says', async ([id, kind]) => {
    const started = await startKernels(name);
    expect(started?.name).toBe(name);
    const { card, network, weights } = await loadModel(ASSETS, id, kind);
    const ours = await started?.compile(network, weights, INPUT_DIVISORS[kind]);
    const theirs = createInference(network, weights);
    const image = noise(network.nodes[0].shape[0]);
    const golden = ours?.runValues(goldenValues(network));
    expect(golden && agreesWithGolden(card, golden)).toBe(true);
    for (const [found, input] of [
      [golden, goldenInput(network)],
      [ours?.run(image.data), networkInput([image], image.widthPx, kind)],
    ] as const) {
      const expected = theirs.run(input).dataSync<'float32'>();
      if (found === undefined) throw new Error('Nothing was computed.');
      expect(found).toHaveLength(expected.length);
      const largest = Math.max(...expected.map(Math.abs));
      const shift = Math.max(...found.map((value, j) => Math.abs(value - (expected[j] as number))));
      expect(shift / largest).toBeLessThan(MAX_SHIFT);
      if (kind === 'embedder') expect(1 - cosine(found, expected)).toBeLessThan(MAX_COSINE_SHIFT);
    }
    theirs.dispose();
  });
});
