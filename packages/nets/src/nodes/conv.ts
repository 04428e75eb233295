import * as tf from '@tensorflow/tfjs-core';
import { sizeOf, slide, type Window } from '../shape.ts';
import { type FilterNode, type FilterOptions, filterEnd, filterKind } from './filter.ts';
import type { Source } from './node-kind.ts';
import { applyEnd, placedFilter } from './placed-filter.ts';

/** Convolution over all channels, or over those of a group. */
export interface ConvNode extends FilterNode, Window {
  readonly kind: 'conv';
  /** Input and output channels are cut into as many parts, each convolved on its own. One where absent. */
  readonly groups?: number;
}

export type ConvOptions = FilterOptions & Partial<Window> & { readonly groups?: number };

export function convNode({ id, shape }: Source, filters: number, options: ConvOptions): ConvNode {
  const { kernel = 1, stride = 1, padding = 'same', groups = 1 } = options;
  if (shape[2] % groups > 0 || filters % groups > 0) {
    throw new RangeError(`${shape[2]} channels and ${filters} filters cannot be cut into ${groups} groups.`);
  }
  return {
    kind: 'conv',
    input: id,
    kernel,
    stride,
    padding,
    ...filterEnd(options),
    ...(groups > 1 && { groups }),
    shape: [...slide(shape, { kernel, stride, padding }), filters],
  };
}

export const CONV = filterKind<ConvNode, tf.Rank.R4>({
  kernel: ({ kernel, groups = 1, shape }, input) => {
    const channels = input[2] / groups;
    return { shape: [kernel, kernel, channels, shape[2]], fanIn: kernel ** 2 * channels };
  },
  mxDiscount: ({ shape, groups = 1 }) => sizeOf(shape) / groups,
  train: ({ stride, padding, groups = 1 }, x, kernel, kernels) =>
    grouped(x, kernel, groups, (x, kernel) => kernels.conv(x, kernel, stride, padding)),
  place: ({ kernel, stride, padding, activation, groups = 1, shape }, input, weights) =>
    placedFilter<tf.Rank.R4>([kernel, kernel, input[2] / groups, shape[2]], weights, activation, (x, filter, end) => {
      if (groups === 1) return tf.fused.conv2d({ x, filter, strides: stride, pad: padding, ...end });
      return applyEnd(
        grouped(x, filter, groups, (x, filter) => tf.conv2d(x, filter, stride, padding)),
        end,
      );
    }),
});

/** Split, convolved and joined: neither tfjs' WASM nor its gradients know groups. */
function grouped(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  groups: number,
  convolve: (x: tf.Tensor4D, kernel: tf.Tensor4D) => tf.Tensor4D,
): tf.Tensor4D {
  if (groups === 1) return convolve(x, kernel);
  const kernels = tf.split<tf.Tensor4D>(kernel, groups, 3);
  const maps = tf.split<tf.Tensor4D>(x, groups, 3);
  return tf.concat(
    kernels.map((kernel, i) => convolve(maps[i] as tf.Tensor4D, kernel)),
    3,
  );
}
