import * as tf from '@tensorflow/tfjs-core';
import { sizeOf, slide, type Window } from '../shape.ts';
import { type FilterNode, type FilterOptions, filterEnd, filterKind } from './filter.ts';
import type { Source } from './node-kind.ts';
import { placedFilter } from './placed-filter.ts';

/** One filter for each channel. */
export interface DepthwiseNode extends FilterNode, Window {
  readonly kind: 'depthwise';
}

export type DepthwiseOptions = FilterOptions & Partial<Window>;

export function depthwiseNode({ id, shape }: Source, options: DepthwiseOptions): DepthwiseNode {
  const { kernel = 3, stride = 1, padding = 'same' } = options;
  return {
    kind: 'depthwise',
    input: id,
    kernel,
    stride,
    padding,
    ...filterEnd(options),
    shape: [...slide(shape, { kernel, stride, padding }), shape[2]],
  };
}

export const DEPTHWISE = filterKind<DepthwiseNode, tf.Rank.R4>({
  kernel: ({ kernel, shape }) => ({ shape: [kernel, kernel, shape[2], 1], fanIn: kernel ** 2 }),
  mxDiscount: ({ shape }) => sizeOf(shape) / shape[2],
  train: ({ stride, padding }, x, kernel, kernels) => kernels.depthwise(x, kernel, stride, padding),
  place: ({ kernel, stride, padding, activation, shape }, _, weights) =>
    placedFilter<tf.Rank.R4>([kernel, kernel, shape[2], 1], weights, activation, (x, filter, end) =>
      tf.fused.depthwiseConv2d({ x, filter, strides: stride, pad: padding, ...end }),
    ),
});
