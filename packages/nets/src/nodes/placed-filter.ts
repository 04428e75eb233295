import * as tf from '@tensorflow/tfjs-core';
import { type Activation, activate } from './activation.ts';
import type { FilterWeights } from './filter.ts';
import type { PlacedNode } from './node-kind.ts';

/** In inference, what one kernel call does beside the sum. */
export interface FusedEnd {
  readonly bias?: tf.Tensor;
  readonly activation?: Activation | 'prelu';
  readonly preluActivationWeights?: tf.Tensor;
}

/**
 * A filter with its weights on tfjs's current backend.
 *
 * @param shape - of the kernel as a tensor
 */
export function placedFilter<Rank extends tf.Rank>(
  shape: tf.ShapeMap[Rank],
  { kernel, bias, slopes }: FilterWeights,
  activation: Activation | undefined,
  compute: (x: tf.Tensor4D, filter: tf.Tensor<Rank>, end: FusedEnd) => tf.Tensor4D,
): PlacedNode<readonly [number]> {
  const filter = tf.tensor<Rank>(kernel, shape);
  const end: FusedEnd = {
    ...(bias && { bias: tf.tensor1d(bias) }),
    ...(activation && { activation }),
    // As the kernels broadcast them.
    ...(slopes && { activation: 'prelu', preluActivationWeights: tf.tensor3d(slopes, [1, 1, slopes.length]) }),
  };
  return {
    run: ([x]) => compute(x, filter, end),
    dispose: () => tf.dispose([filter, end.bias, end.preluActivationWeights].filter((tensor) => tensor !== undefined)),
  };
}

/** For where no kernel fuses it. */
export function applyEnd(x: tf.Tensor4D, { bias, activation, preluActivationWeights }: FusedEnd): tf.Tensor4D {
  const shifted = bias ? tf.add<tf.Tensor4D>(x, bias) : x;
  if (preluActivationWeights) return tf.prelu(shifted, preluActivationWeights as tf.Tensor4D);
  return activate(shifted, activation === 'prelu' ? undefined : activation);
}
