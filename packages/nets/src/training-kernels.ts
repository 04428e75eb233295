import * as tf from '@tensorflow/tfjs-core';
import type { Padding } from './shape.ts';

/** The differentiable steps of training, so that a backend can bring faster ones. All maps are NHWC. */
export interface TrainingKernels {
  /** @param kernel - [k, k, in, out] */
  conv(x: tf.Tensor4D, kernel: tf.Tensor4D, stride: number, padding: Padding): tf.Tensor4D;
  /** @param kernel - [k, k, channels, 1] */
  depthwise(x: tf.Tensor4D, kernel: tf.Tensor4D, stride: number, padding: Padding): tf.Tensor4D;
  /** Normalises by the batch's own statistics and returns them, without gradient, for the moving ones. */
  batchNorm(
    x: tf.Tensor4D,
    gamma: tf.Tensor1D,
    beta: tf.Tensor1D,
    epsilon: number,
  ): { output: tf.Tensor4D; mean: tf.Tensor1D; variance: tf.Tensor1D };
  /** Normalises by statistics that are kept, which have no gradient. */
  keptNorm(x: tf.Tensor4D, gamma: tf.Tensor1D, beta: tf.Tensor1D, kept: KeptStatistics, epsilon: number): tf.Tensor4D;
  /** @param alpha - slope for each channel where x is negative */
  prelu(x: tf.Tensor4D, alpha: tf.Tensor1D): tf.Tensor4D;
}

export interface KeptStatistics {
  readonly mean: tf.Tensor1D;
  readonly variance: tf.Tensor1D;
}

/** Plain tfjs operations: they run, with gradients, wherever tfjs has the kernels. */
export const STANDARD_KERNELS: TrainingKernels = {
  conv: (x, kernel, stride, padding) => tf.conv2d(x, kernel, stride, padding),
  depthwise: (x, kernel, stride, padding) => tf.depthwiseConv2d(x, kernel, stride, padding),
  batchNorm: (x, gamma, beta, epsilon) => {
    const { mean, variance } = tf.moments(x, [0, 1, 2]);
    const output = tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, beta, gamma, epsilon);
    return { output, mean: mean as tf.Tensor1D, variance: variance as tf.Tensor1D };
  },
  keptNorm: (x, gamma, beta, { mean, variance }, epsilon) => tf.batchNorm(x, mean, variance, beta, gamma, epsilon),
  prelu: (x, alpha) => tf.prelu(x, tf.reshape(alpha, [1, 1, 1, -1]) as tf.Tensor4D),
};
