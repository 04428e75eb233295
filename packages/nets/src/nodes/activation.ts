import * as tf from '@tensorflow/tfjs-core';

const ACTIVATIONS = { relu: tf.relu, sigmoid: tf.sigmoid } as const;

/** A function without parameters. A PReLU, which has one for each channel, is an option of its own. */
export type Activation = keyof typeof ACTIVATIONS;

export function activate(x: tf.Tensor4D, activation: Activation | undefined): tf.Tensor4D {
  return activation ? ACTIVATIONS[activation](x) : x;
}
