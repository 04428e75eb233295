import * as tf from '@tensorflow/tfjs-core';
import { STANDARD_KERNELS, type TrainingKernels } from '../src/training-kernels.ts';

/** For tfjs' CPU backend, whose gradients of convolutions are many times slower than those of matrix products. */
export const QUICK_KERNELS: TrainingKernels = {
  ...STANDARD_KERNELS,
  conv: (x, kernel, stride, padding) => {
    const [size, , inputs, outputs] = kernel.shape;
    if (size > 1 || stride > 1) return STANDARD_KERNELS.conv(x, kernel, stride, padding);
    const [batch, height, width] = x.shape;
    const rows = tf.matMul(tf.reshape(x, [-1, inputs]), tf.reshape(kernel, [inputs, outputs]));
    return tf.reshape(rows, [batch, height, width, outputs]);
  },
};
