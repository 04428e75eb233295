import {
  type FilterShape,
  type FilterWeights,
  type InferenceKernels,
  type PlacedFilter,
  STANDARD_INFERENCE_KERNELS,
  sizeOf,
} from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { PANEL_COLUMNS, packPanels, packTaps } from './pack-weights.ts';
import type { TfjsMemory } from './tfjs-memory.ts';

/** What the binaries export; see `assembly/`. Numbers in italics of the docs are addresses or counts, all of them whole. */
export interface KernelExports {
  product(a: number, rows: number, depth: number, panels: number, columns: number, added: number, out: number): void;
  convolution(...numbers: readonly number[]): void;
  depthwise(...numbers: readonly number[]): void;
  sum(a: number, b: number, count: number, out: number): void;
}

/** Values of patches that are taken before they are multiplied: what the fastest cache of a processor holds. */
const PATCH_VALUES = 8192;
/** Channels that a depthwise filter computes together. */
const LANES = 4;

/** Kernels that compute in tfjs's memory; what they are not made for is left to tfjs. */
export function wasmKernels(
  { product, convolution, depthwise, sum }: KernelExports,
  { addressOf, create }: TfjsMemory,
): InferenceKernels {
  const addressIf = (tensor: tf.Tensor | undefined) => (tensor === undefined ? 0 : addressOf(tensor));

  const matrixProduct = (filter: FilterShape, weights: FilterWeights): PlacedFilter => {
    const { input, output } = filter;
    const [depth, columns] = [input[2], output[2]];
    const panels = tf.tensor1d(packPanels(filter, weights, columns));
    return {
      run: (x, added) => {
        const out = create<tf.Rank.R4>([x.shape[0], ...output]);
        const rows = out.size / columns;
        product(addressOf(x), rows, depth, addressOf(panels), columns, addressIf(added), addressOf(out));
        return out;
      },
      dispose: () => panels.dispose(),
    };
  };

  const patchProduct = (filter: FilterShape, weights: FilterWeights): PlacedFilter => {
    const { kernel, stride, input, output } = filter;
    const [height, width, channels] = input;
    const [outHeight, outWidth, columns] = output;
    const { top, left } = paddingOf(filter);
    const depth = kernel ** 2 * channels;
    const rows = Math.max(4, Math.min(outHeight * outWidth, Math.floor(PATCH_VALUES / depth / 4) * 4));
    const panels = tf.tensor1d(packPanels(filter, weights, columns));
    return {
      run: (x, added) => {
        const out = create<tf.Rank.R4>([x.shape[0], ...output]);
        const patches = create([rows * depth]);
        eachImage(x, filter, (from, to) => {
          // biome-ignore format: as the kernel names them
          convolution(
            addressOf(x) + from, height, width, channels, kernel, stride, top, left, addressOf(panels),
            outHeight, outWidth, columns, addressOf(patches), rows,
            added === undefined ? 0 : addressOf(added) + to, addressOf(out) + to,
          );
        });
        return out;
      },
      dispose: () => panels.dispose(),
    };
  };

  const channelFilter = (filter: FilterShape, weights: FilterWeights): PlacedFilter => {
    const { kernel, stride, input, output } = filter;
    const [height, width, channels] = input;
    const [outHeight, outWidth] = output;
    const { top, left } = paddingOf(filter);
    const taps = tf.tensor1d(packTaps(filter, weights));
    return {
      run: (x) => {
        const out = create<tf.Rank.R4>([x.shape[0], ...output]);
        eachImage(x, filter, (from, to) => {
          // biome-ignore format: as the kernel names them
          depthwise(
            addressOf(x) + from, height, width, channels, kernel, stride, top, left, addressOf(taps),
            outHeight, outWidth, addressOf(out) + to,
          );
        });
        return out;
      },
      dispose: () => taps.dispose(),
    };
  };

  return {
    conv: (filter, weights) => {
      if (filter.output[2] < PANEL_COLUMNS || filter.activation === 'sigmoid') {
        return STANDARD_INFERENCE_KERNELS.conv(filter, weights);
      }
      const isPointwise = filter.kernel === 1 && filter.stride === 1;
      return isPointwise ? matrixProduct(filter, weights) : patchProduct(filter, weights);
    },
    depthwise: (filter, weights) => {
      const isOurs = filter.input[2] >= LANES && filter.activation !== 'sigmoid';
      return isOurs ? channelFilter(filter, weights) : STANDARD_INFERENCE_KERNELS.depthwise(filter, weights);
    },
    add: ([first, second, ...others]) => {
      if (first === undefined || second === undefined) return first as unknown as tf.Tensor4D;
      const out = create<tf.Rank.R4>(first.shape);
      sum(addressOf(first), addressOf(second), out.size, addressOf(out));
      for (const map of others) sum(addressOf(out), addressOf(map), out.size, addressOf(out));
      return out;
    },
    fusesSums: true,
  };
}

/** Where each image of a batch begins, and what is computed of it, in bytes. */
function eachImage(x: tf.Tensor4D, { input, output }: FilterShape, compute: (from: number, to: number) => void): void {
  for (let image = 0; image < x.shape[0]; image++) {
    compute(4 * image * sizeOf(input), 4 * image * sizeOf(output));
  }
}

/** What is missing above and to the left of the first window: half of all that is missing, as TensorFlow has it. */
function paddingOf({ kernel, stride, padding, input, output }: FilterShape): { top: number; left: number } {
  const before = (length: number, out: number) =>
    padding === 'valid' ? 0 : Math.floor(Math.max(0, (out - 1) * stride + kernel - length) / 2);
  return { top: before(input[0], output[0]), left: before(input[1], output[1]) };
}
