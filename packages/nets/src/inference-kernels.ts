import * as tf from '@tensorflow/tfjs-core';
import { type Activation, activate } from './nodes/activation.ts';
import type { Shape, Window } from './shape.ts';

/**
 * The steps of inference that take the time, so that a backend can bring faster ones. All maps are NHWC, of one batch.
 * What they give differs from {@link STANDARD_INFERENCE_KERNELS} by no more than rounding.
 */
export interface InferenceKernels {
  /** Convolution over all channels. */
  conv(filter: FilterShape, weights: FilterWeights): PlacedFilter;
  /** One filter for each channel. */
  depthwise(filter: FilterShape, weights: FilterWeights): PlacedFilter;
  /** The sum of maps of one shape, two or more. */
  add(maps: readonly tf.Tensor4D[]): tf.Tensor4D;
  /** Whether a convolution adds a map in the same pass. Where not, both maps would be held at once for nothing. */
  readonly fusesSums: boolean;
}

/** What a filter slides over, and what follows the sum. */
export interface FilterShape extends Window {
  readonly input: Shape;
  readonly output: Shape;
  /** What is computed of the sum, after the bias; nothing where undefined, and there may be slopes instead. */
  readonly activation?: Activation | undefined;
}

/** A filter's numbers, with normalisation folded into them. */
export interface FilterWeights {
  /** [k, k, in, out], or [k, k, channels, 1] of a depthwise filter. */
  readonly kernel: Float32Array;
  /** For each output channel; 0 where undefined. */
  readonly bias?: Float32Array | undefined;
  /** Slopes of a PReLU, for each output channel. */
  readonly slopes?: Float32Array | undefined;
}

/** A filter with its weights on the backend. */
export interface PlacedFilter {
  /** @param added - a map of the output's shape, added to the sum before what follows it */
  run(x: tf.Tensor4D, added?: tf.Tensor4D): tf.Tensor4D;
  /** Frees the weights. */
  dispose(): void;
}

/** tfjs's own, on whatever backend is current. */
export const STANDARD_INFERENCE_KERNELS: InferenceKernels = {
  conv: ({ kernel, stride, padding, input, output, activation }, weights) =>
    placed<tf.Rank.R4>([kernel, kernel, input[2], output[2]], weights, activation, (x, filter, end) =>
      tf.fused.conv2d({ x, filter, strides: stride, pad: padding, ...end }),
    ),
  depthwise: ({ kernel, stride, padding, input, activation }, weights) =>
    placed<tf.Rank.R4>([kernel, kernel, input[2], 1], weights, activation, (x, filter, end) =>
      tf.fused.depthwiseConv2d({ x, filter, strides: stride, pad: padding, ...end }),
    ),
  // Not addN: eight maps and their sum are more buffers than WebGPU binds.
  add: (maps) => maps.reduce((sum, map) => tf.add(sum, map)),
  fusesSums: false,
};

/** In inference, what one kernel call does beside the sum. */
export interface FusedEnd {
  readonly bias?: tf.Tensor;
  readonly activation?: Activation | 'prelu';
  readonly preluActivationWeights?: tf.Tensor;
}

/**
 * A filter of tfjs's.
 *
 * @param shape - of the kernel as a tensor
 */
export function placed<Rank extends tf.Rank>(
  shape: tf.ShapeMap[Rank],
  { kernel, bias, slopes }: FilterWeights,
  activation: Activation | undefined,
  compute: (x: tf.Tensor4D, filter: tf.Tensor<Rank>, end: FusedEnd) => tf.Tensor4D,
): PlacedFilter {
  const filter = tf.tensor<Rank>(kernel, shape);
  const end: FusedEnd = {
    ...(bias && { bias: tf.tensor1d(bias) }),
    ...(activation && { activation }),
    // As the kernels broadcast them.
    ...(slopes && { activation: 'prelu', preluActivationWeights: tf.tensor3d(slopes, [1, 1, slopes.length]) }),
  };
  const { bias: shift, ...after } = end;
  return {
    run: (x, added) => {
      if (added === undefined) return compute(x, filter, end);
      return applyEnd(tf.add(compute(x, filter, shift ? { bias: shift } : {}), added), after);
    },
    dispose: () => tf.dispose([filter, end.bias, end.preluActivationWeights].filter((tensor) => tensor !== undefined)),
  };
}

/** For where no kernel fuses it. */
export function applyEnd(x: tf.Tensor4D, { bias, activation, preluActivationWeights }: FusedEnd): tf.Tensor4D {
  const shifted = bias ? tf.add<tf.Tensor4D>(x, bias) : x;
  if (preluActivationWeights) return tf.prelu(shifted, preluActivationWeights as tf.Tensor4D);
  return activate(shifted, activation === 'prelu' ? undefined : activation);
}
