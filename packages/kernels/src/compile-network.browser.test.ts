/// <reference types="vite/client" />
import {
  createInference,
  defineNetwork,
  type FeatureMap,
  inferenceParameters,
  type Network,
  type Shape,
  sizeOf,
  type Written,
} from '@face-verify/nets';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CompiledNetwork } from './compile-network.ts';
import type { KernelName } from './kernel-binary.ts';
import { startKernels } from './start-kernels.ts';

beforeAll(async () => {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(new URL('.', new URL(wasmUrl, location.href)).href);
  expect(await tf.setBackend('wasm')).toBe(true);
});

const NAMES: readonly KernelName[] = ['relaxed-simd', 'simd'];

/** Always the same numbers in [−1, 1). */
function drawn(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function weightsOf(network: Network): readonly Float32Array[] {
  return inferenceParameters(network).map(({ shape }, i) => drawn(sizeOf(shape), i + 1));
}

async function compiled(name: KernelName, network: Network): Promise<CompiledNetwork | undefined> {
  const started = await startKernels(name);
  expect(started?.name).toBe(name);
  return started?.compile(network, weightsOf(network), 128);
}

function expectAsTfjs(found: Float32Array | undefined, network: Network, values: Float32Array): void {
  const expected = tf.tidy(() => {
    const inference = createInference(network, weightsOf(network));
    const row = inference.run(tf.tensor4d(values, [1, ...network.nodes[0].shape])).dataSync();
    inference.dispose();
    return row;
  });
  expect(found).toHaveLength(expected.length);
  const largest = Math.max(1, ...expected.map(Math.abs));
  found?.forEach((value, i) => {
    if (Math.abs(value - (expected[i] as number)) <= 1e-5 * largest) return;
    expect.fail(`Value ${i} of ${expected.length} is ${value} and not ${expected[i]}.`);
  });
}

type Write = (image: FeatureMap) => Written;

const NETWORKS: readonly (readonly [string, Shape, Write])[] = [
  ['pointwise', [14, 14, 64], (x) => x.conv(128, { bias: true, prelu: true })],
  ['pointwise, nothing after it', [7, 7, 32], (x) => x.conv(16)],
  ['pointwise with a ReLU', [5, 7, 12], (x) => x.conv(24, { bias: true, activation: 'relu' })],
  ['pointwise of odd channels', [9, 5, 13], (x) => x.conv(29, { norm: true, prelu: true })],
  ['pointwise, of one channel', [6, 6, 1], (x) => x.conv(8)],
  ['of one place', [1, 1, 37], (x) => x.conv(19, { prelu: true })],
  ['of two places', [1, 2, 16], (x) => x.conv(9)],
  ['of three places', [3, 1, 5], (x) => x.conv(15)],
  ['of five places', [5, 1, 5], (x) => x.conv(15)],
  ['to seven channels', [5, 5, 8], (x) => x.conv(7, { bias: true, prelu: true })],
  ['to one channel', [5, 5, 37], (x) => x.conv(1, { bias: true, activation: 'relu' })],
  ['pointwise by steps', [7, 9, 10], (x) => x.conv(11, { stride: 2 })],
  ['patches of 2×2', [28, 28, 64], (x) => x.conv(64, { kernel: 2, stride: 2, norm: true })],
  ['patches of 2×2, beyond an odd image', [7, 9, 3], (x) => x.conv(10, { kernel: 2, stride: 2 })],
  ['3×3', [13, 11, 6], (x) => x.conv(13, { kernel: 3, bias: true, prelu: true })],
  ['3×3 by steps of 2', [96, 96, 3], (x) => x.conv(16, { kernel: 3, stride: 2, bias: true, prelu: true })],
  ['3×3 by steps of 3', [10, 8, 3], (x) => x.conv(16, { kernel: 3, stride: 3 })],
  ['3×3 without padding', [9, 8, 3], (x) => x.conv(8, { kernel: 3, padding: 'valid' })],
  ['5×5 by steps of 2', [17, 16, 3], (x) => x.conv(24, { kernel: 5, stride: 2, bias: true, activation: 'relu' })],
  ['larger than the image', [2, 3, 4], (x) => x.conv(9, { kernel: 5 })],
  ['much larger than the image', [1, 1, 4], (x) => x.conv(9, { kernel: 7, stride: 2 })],
  ['of a patch that is longer than the room for them', [3, 3, 1100], (x) => x.conv(8, { kernel: 3 })],

  ['channels 3×3', [28, 28, 64], (x) => x.depthwise({ norm: true })],
  ['channels 3×3 with slopes', [7, 7, 128], (x) => x.depthwise({ bias: true, prelu: true })],
  ['odd channels 3×3', [9, 10, 13], (x) => x.depthwise({ bias: true, prelu: true })],
  ['five channels 3×3, with a ReLU', [6, 5, 5], (x) => x.depthwise({ activation: 'relu' })],
  ['channels 3×3 by steps of 2', [48, 48, 32], (x) => x.depthwise({ stride: 2, bias: true, prelu: true })],
  ['channels 3×3 by steps of 2 over an odd image', [9, 7, 8], (x) => x.depthwise({ stride: 2 })],
  ['channels 3×3 by steps of 2 without padding', [11, 13, 8], (x) => x.depthwise({ stride: 2, padding: 'valid' })],
  ['channels 3×3 of eleven columns without padding', [5, 11, 8], (x) => x.depthwise({ padding: 'valid' })],
  ['channels 3×3 by steps of 3', [9, 7, 8], (x) => x.depthwise({ stride: 3 })],
  ['channels 3×3 without padding', [8, 6, 8], (x) => x.depthwise({ padding: 'valid' })],
  ['channels 3×3 of one line', [1, 12, 8], (x) => x.depthwise()],
  ['channels 3×3 of one column', [12, 1, 8], (x) => x.depthwise()],
  ['channels 3×3 of one place', [1, 1, 8], (x) => x.depthwise()],
  ['channels 3×3 of two columns by steps of 2', [2, 2, 4], (x) => x.depthwise({ stride: 2 })],
  ['channels 1×1', [4, 5, 8], (x) => x.depthwise({ kernel: 1 })],
  ['channels 5×5', [9, 8, 12], (x) => x.depthwise({ kernel: 5 })],
  ['channels 7×7 by steps of 2', [11, 13, 6], (x) => x.depthwise({ kernel: 7, stride: 2 })],
  ['channels 7×7 of the whole map', [7, 7, 512], (x) => x.globalDepthwise({ norm: true })],
  ['channels 9×9, larger than the image', [3, 4, 8], (x) => x.depthwise({ kernel: 9, bias: true, prelu: true })],

  ['a layer that sums the whole map', [6, 6, 25], (x) => x.dense(12, { bias: true, activation: 'relu' })],
  ['a layer of two sums', [6, 6, 25], (x) => x.dense(2, { bias: true })],
  ['the largest of 2×2', [8, 8, 28], (x) => x.maxPool({ kernel: 2, stride: 2 })],
  ['the largest of 3×3, beyond an odd image', [7, 9, 42], (x) => x.maxPool({ kernel: 3, stride: 2 })],
  ['the largest of 3×3 within it', [7, 9, 6], (x) => x.maxPool({ kernel: 3, stride: 1, padding: 'valid' })],
  ['zeros after its channels', [5, 6, 7], (x) => x.padChannels(10)],

  ['a sum of two maps', [3, 3, 7], (x) => x.depthwise().add(x)],
  ['a sum of four maps', [3, 3, 7], (x) => x.add(x.depthwise(), x, x.depthwise({ kernel: 5 }))],
  ['a sum of single values', [1, 1, 5], (x) => x.depthwise().add(x)],
  ['a sum in a convolution', [9, 5, 13], (x) => x.conv(13, { norm: true }).add(x)],
  ['a sum in a convolution of patches', [9, 5, 13], (x) => x.conv(13, { kernel: 3, norm: true }).add(x)],
  ['an activation of a sum in a convolution', [5, 5, 9], (x) => x.add(x.conv(9, { bias: true })).activate('relu')],

  [
    'maps that are read long after they were written',
    [12, 12, 8],
    (image) => {
      const first = image.conv(8, { norm: true });
      let last = first;
      for (let layer = 0; layer < 8; layer++) last = last.depthwise({ norm: true }).conv(8, { norm: true });
      return { sum: last.add(first, image), first, again: first, last: last.conv(3) };
    },
  ],
];

describe.each(NAMES)('with %s', (name) => {
  test.for(NETWORKS)('what tfjs computes: %s', async ([, shape, write]) => {
    const network = defineNetwork('small', shape, write);
    const values = drawn(sizeOf(shape), 99);
    expectAsTfjs((await compiled(name, network))?.runValues(values), network, values);
  });

  test('the same again, and of another image as if it were the first', async () => {
    const [, shape, write] = NETWORKS.at(-1) as (typeof NETWORKS)[number];
    const network = defineNetwork('small', shape, write);
    const program = await compiled(name, network);
    const [first, second] = [drawn(sizeOf(shape), 5), drawn(sizeOf(shape), 6)];
    const row = program?.runValues(first);
    expectAsTfjs(program?.runValues(second), network, second);
    expect(program?.runValues(first)).toEqual(row);
  });

  test('bytes are seen from the middle of their range', async () => {
    const network = defineNetwork('small', [3, 3, 3], (image) => image.padChannels(4));
    const bytes = Uint8Array.from({ length: 27 }, (_, i) => (i * 29) % 256);
    const seen = (await compiled(name, network))?.run(bytes);
    const expected = Array.from({ length: 36 }, (_, i) =>
      i % 4 === 3 ? 0 : ((bytes[Math.floor(i / 4) * 3 + (i % 4)] ?? 0) - 127.5) / 128,
    );
    expect(Array.from(seen ?? [])).toEqual(expected);
  });

  test('what is no number stays no number, and infinity infinity', async () => {
    const network = defineNetwork('small', [1, 4, 1], (image) => ({ wide: image.conv(8), narrow: image.conv(2) }));
    const started = await startKernels(name);
    const ones = inferenceParameters(network).map(({ shape }) => new Float32Array(sizeOf(shape)).fill(1));
    const program = await started?.compile(network, ones, 128);
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    const row = Array.from(program?.runValues(Float32Array.from(values)) ?? []);
    expect(row).toEqual([8, 2].flatMap((count) => values.flatMap((value) => new Array(count).fill(value))));
  });
});

const SMALL = defineNetwork('small', [6, 6, 8], (x) => x.conv(8, { kernel: 3, norm: true }).add(x));

test('a run makes no tensors, and no memory grows', async () => {
  const program = await compiled('simd', SMALL);
  const before = [tf.memory().numTensors, tf.memory().numDataBuffers];
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = () => expect.unreachable();
  for (let run = 0; run < 3; run++) program?.run(new Uint8Array(sizeOf([6, 6, 8])));
  WebAssembly.Memory.prototype.grow = grow;
  expect([tf.memory().numTensors, tf.memory().numDataBuffers]).toEqual(before);
});

test('two networks do not write into each other', async () => {
  const other = defineNetwork('other', [9, 9, 8], (x) => x.conv(16).conv(8).add(x));
  const [one, two] = [await compiled('simd', SMALL), await compiled('simd', other)];
  const values = drawn(sizeOf([6, 6, 8]), 7);
  const row = one?.runValues(values);
  const others = drawn(sizeOf([9, 9, 8]), 8);
  expectAsTfjs(two?.runValues(others), other, others);
  expect(one?.runValues(values)).toEqual(row);
});

test('an image of another size is refused', async () => {
  const program = await compiled('simd', SMALL);
  for (const length of [287, 289]) {
    expect(() => program?.run(new Uint8Array(length))).toThrow(RangeError);
    expect(() => program?.runValues(new Float32Array(length))).toThrow(RangeError);
  }
});

test.for<[string, Write]>([
  ['a sigmoid', (x) => x.conv(8, { activation: 'sigmoid' })],
  ['groups', (x) => x.conv(8, { groups: 2 })],
  ['a 3×3 convolution to few channels', (x) => x.conv(4, { kernel: 3 })],
  ['filters of three channels', (x) => x.conv(3).depthwise()],
  ['a shuffle', (x) => x.shuffle(2)],
])('a network with %s is left to tfjs', async ([, write]) => {
  expect(await compiled('simd', defineNetwork('small', [6, 6, 8], write))).toBeUndefined();
});

test('weights of another network are refused', async () => {
  const started = await startKernels('simd');
  await expect(started?.compile(SMALL, [], 128)).rejects.toMatchObject({ code: 'weights-corrupt' });
});
