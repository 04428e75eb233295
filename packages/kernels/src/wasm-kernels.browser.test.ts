/// <reference types="vite/client" />
import { type FilterShape, type FilterWeights, STANDARD_INFERENCE_KERNELS, sizeOf, slide } from '@face-verify/nets';
import { expectNoTensorLeak } from '@face-verify/testkit';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KernelName } from './kernel-binary.ts';
import { startKernels } from './start-kernels.ts';

beforeAll(async () => {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(new URL('.', new URL(wasmUrl, location.href)).href);
  expect(await tf.setBackend('wasm')).toBe(true);
});

const NAMES: readonly KernelName[] = ['relaxed-simd', 'simd'];

async function kernelsOf(name: KernelName) {
  const started = await startKernels(tf.backend(), name);
  if (started === undefined) throw new Error(`${name} does not start.`);
  expect(started.name).toBe(name);
  return started.kernels;
}

/** Always the same numbers in [−1, 1). */
function drawn(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

type Drawn = Partial<FilterShape> & {
  readonly size: readonly [number, number];
  readonly from: number;
  readonly to?: number;
};

function filterOf({
  size: [height, width],
  from,
  to = from,
  kernel = 1,
  stride = 1,
  padding = 'same',
  ...rest
}: Drawn) {
  const input = [height, width, from] as const;
  const window = { kernel, stride, padding };
  return { ...rest, ...window, input, output: [...slide(input, window), to] as const };
}

interface Ends {
  readonly bias?: boolean;
  readonly slopes?: boolean;
}

function weightsOf(values: number, channels: number, { bias = true, slopes = false }: Ends): FilterWeights {
  return {
    kernel: drawn(values, 1),
    ...(bias && { bias: drawn(channels, 2) }),
    ...(slopes && { slopes: drawn(channels, 3) }),
  };
}

function expectSame(found: tf.Tensor, expected: tf.Tensor): void {
  expect(found.shape).toEqual(expected.shape);
  const [ours, theirs] = [found.dataSync(), expected.dataSync()];
  const largest = Math.max(1, ...theirs.map(Math.abs));
  ours.forEach((value, i) => {
    if (Math.abs(value - (theirs[i] as number)) <= 1e-5 * largest) return;
    expect.fail(`Value ${i} of ${ours.length} is ${value} and not ${theirs[i]}.`);
  });
}

const CONVOLUTIONS: readonly (readonly [string, Drawn, Ends?])[] = [
  ['pointwise', { size: [14, 14], from: 64, to: 128 }, { slopes: true }],
  ['pointwise, nothing after it', { size: [7, 7], from: 32, to: 16 }, { bias: false }],
  ['pointwise with a ReLU', { size: [5, 7], from: 12, to: 24, activation: 'relu' }],
  ['pointwise with a sigmoid', { size: [5, 7], from: 12, to: 24, activation: 'sigmoid' }],
  ['pointwise of odd channels', { size: [9, 5], from: 13, to: 29 }, { slopes: true }],
  ['of one channel', { size: [6, 6], from: 1, to: 8 }],
  ['of one place', { size: [1, 1], from: 37, to: 19 }, { slopes: true }],
  ['of two places', { size: [1, 2], from: 16, to: 9 }],
  ['of three places', { size: [3, 1], from: 5, to: 15 }],
  ['of five places', { size: [5, 1], from: 5, to: 15 }],
  ['to seven channels', { size: [5, 5], from: 8, to: 7 }, { slopes: true }],
  ['to one channel', { size: [5, 5], from: 8, to: 1 }],
  ['pointwise by steps', { size: [7, 9], from: 10, to: 11, stride: 2 }],
  ['patches of 2×2', { size: [28, 28], from: 64, to: 64, kernel: 2, stride: 2 }],
  ['patches of 2×2, beyond an odd image', { size: [7, 9], from: 3, to: 10, kernel: 2, stride: 2 }],
  ['3×3', { size: [13, 11], from: 6, to: 13, kernel: 3 }, { slopes: true }],
  ['3×3 by steps of 2', { size: [96, 96], from: 3, to: 16, kernel: 3, stride: 2 }, { slopes: true }],
  ['3×3 by steps of 3', { size: [10, 8], from: 3, to: 16, kernel: 3, stride: 3 }],
  ['3×3 without padding', { size: [9, 8], from: 3, to: 8, kernel: 3, padding: 'valid' }],
  ['5×5 by steps of 2', { size: [17, 16], from: 3, to: 24, kernel: 5, stride: 2, activation: 'relu' }],
  ['larger than the image', { size: [2, 3], from: 4, to: 9, kernel: 5 }],
  ['much larger than the image', { size: [1, 1], from: 4, to: 9, kernel: 7, stride: 2 }],
  ['of a patch that is longer than the room for them', { size: [3, 3], from: 1100, to: 8, kernel: 3 }],
];

const DEPTHWISE: readonly (readonly [string, Drawn, Ends?])[] = [
  ['3×3', { size: [28, 28], from: 64, kernel: 3 }],
  ['3×3 with slopes', { size: [7, 7], from: 128, kernel: 3 }, { slopes: true }],
  ['3×3 of odd channels', { size: [9, 10], from: 13, kernel: 3 }, { slopes: true }],
  ['of three channels', { size: [9, 10], from: 3, kernel: 3 }],
  ['of five channels, with a ReLU', { size: [6, 5], from: 5, kernel: 3, activation: 'relu' }, { bias: false }],
  ['with a sigmoid', { size: [6, 5], from: 8, kernel: 3, activation: 'sigmoid' }],
  ['3×3 by steps of 2', { size: [48, 48], from: 32, kernel: 3, stride: 2 }, { slopes: true }],
  ['3×3 by steps of 2 over an odd image', { size: [9, 7], from: 8, kernel: 3, stride: 2 }],
  ['3×3 by steps of 3', { size: [9, 7], from: 8, kernel: 3, stride: 3 }],
  ['3×3 without padding', { size: [8, 6], from: 8, kernel: 3, padding: 'valid' }],
  ['3×3 of one line', { size: [1, 12], from: 8, kernel: 3 }],
  ['3×3 of one column', { size: [12, 1], from: 8, kernel: 3 }],
  ['3×3 of one place', { size: [1, 1], from: 8, kernel: 3 }],
  ['3×3 of two columns by steps of 2', { size: [2, 2], from: 4, kernel: 3, stride: 2 }],
  ['1×1', { size: [4, 5], from: 8, kernel: 1 }],
  ['5×5', { size: [9, 8], from: 12, kernel: 5 }],
  ['7×7 by steps of 2', { size: [11, 13], from: 6, kernel: 7, stride: 2 }],
  ['7×7 of the whole map', { size: [7, 7], from: 512, kernel: 7, padding: 'valid' }],
  ['9×9, larger than the image', { size: [3, 4], from: 8, kernel: 9 }, { slopes: true }],
];

describe.each(NAMES)('with %s', (name) => {
  test.for(CONVOLUTIONS)('a convolution computes what tfjs does: %s', async ([, drawnFilter, ends = {}]) => {
    const filter = filterOf(drawnFilter);
    const weights = weightsOf(filter.kernel ** 2 * filter.input[2] * filter.output[2], filter.output[2], ends);
    const kernels = await kernelsOf(name);
    await expectNoTensorLeak(() => {
      tf.tidy(() => {
        const x = tf.tensor4d(drawn(2 * sizeOf(filter.input), 4), [2, ...filter.input]);
        const added = tf.tensor4d(drawn(2 * sizeOf(filter.output), 5), [2, ...filter.output]);
        const [ours, theirs] = [kernels, STANDARD_INFERENCE_KERNELS].map(({ conv }) => conv(filter, weights));
        for (const map of [undefined, added]) {
          expectSame(ours?.run(x, map) as tf.Tensor, theirs?.run(x, map) as tf.Tensor);
        }
        for (const placed of [ours, theirs]) placed?.dispose();
      });
    });
  });

  test.for(DEPTHWISE)('a filter for each channel computes what tfjs does: %s', async ([, drawnFilter, ends = {}]) => {
    const filter = filterOf(drawnFilter);
    const weights = weightsOf(filter.kernel ** 2 * filter.input[2], filter.input[2], ends);
    const kernels = await kernelsOf(name);
    await expectNoTensorLeak(() => {
      tf.tidy(() => {
        const x = tf.tensor4d(drawn(2 * sizeOf(filter.input), 4), [2, ...filter.input]);
        const [ours, theirs] = [kernels, STANDARD_INFERENCE_KERNELS].map(({ depthwise }) => depthwise(filter, weights));
        expectSame(ours?.run(x) as tf.Tensor, theirs?.run(x) as tf.Tensor);
        for (const placed of [ours, theirs]) placed?.dispose();
      });
    });
  });

  test.for([1, 2, 3, 4, 5, 63])('a sum of maps of %d values is that of tfjs', async (size) => {
    const kernels = await kernelsOf(name);
    tf.tidy(() => {
      const maps = [1, 2, 3, 4].map((seed) => tf.tensor4d(drawn(size, seed), [1, 1, size, 1]));
      for (const count of [2, 3, 4]) {
        const some = maps.slice(0, count);
        expect(kernels.add(some).dataSync()).toEqual(STANDARD_INFERENCE_KERNELS.add(some).dataSync());
      }
    });
  });

  test('what is no number stays no number, and infinity infinity', async () => {
    const kernels = await kernelsOf(name);
    tf.tidy(() => {
      const filter = filterOf({ size: [1, 4], from: 1, to: 8 });
      const placed = kernels.conv(filter, { kernel: new Float32Array(8).fill(1) });
      const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
      const rows = placed.run(tf.tensor4d(values, [1, 1, 4, 1])).dataSync();
      expect(Array.from(rows)).toEqual(values.flatMap((value) => new Array(8).fill(value)));
      placed.dispose();
    });
  });
});
