import * as tf from '@tensorflow/tfjs-core';
import { sizeOf } from '../shape.ts';
import { type FilterNode, type FilterOptions, filterEnd, filterKind } from './filter.ts';
import type { Source } from './node-kind.ts';
import { placedFilter } from './placed-filter.ts';

/** Each output sums the whole map, flattened in the order height, width, channels. */
export interface DenseNode extends FilterNode {
  readonly kind: 'dense';
}

export type DenseOptions = Omit<FilterOptions, 'prelu'>;

export function denseNode({ id }: Source, units: number, options: DenseOptions): DenseNode {
  return { kind: 'dense', input: id, ...filterEnd(options), shape: [1, 1, units] };
}

export const DENSE = filterKind<DenseNode, tf.Rank.R2>({
  kernel: ({ shape }, input) => ({ shape: [sizeOf(input), shape[2]], fanIn: sizeOf(input) }),
  mxDiscount: () => 0,
  train: (_, x, kernel) => asMap(tf.matMul(flat(x, kernel), kernel)),
  place: ({ shape, activation }, input, weights) =>
    placedFilter<tf.Rank.R2>([sizeOf(input), shape[2]], weights, activation, (x, kernel, end) =>
      asMap(tf.fused.matMul({ a: flat(x, kernel), b: kernel, ...end }) as tf.Tensor2D),
    ),
});

/** [N, H, W, C] → [N, H·W·C] */
function flat(x: tf.Tensor4D, { shape: [inputs] }: tf.Tensor2D): tf.Tensor2D {
  return tf.reshape(x, [-1, inputs]);
}

/** [N, units] → [N, 1, 1, units] */
function asMap(x: tf.Tensor2D): tf.Tensor4D {
  return tf.reshape(x, [-1, 1, 1, x.shape[1]]);
}
