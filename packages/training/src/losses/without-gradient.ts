import * as tf from '@tensorflow/tfjs-core';

/**
 * Computes from tensors what the gradient shall take for a constant: masks, and statistics of the batch. tfjs has no
 * gradient for comparisons, so a mask that is on the tape would end the backward pass with an error.
 *
 * @param compute - gets the inputs; nothing that it does is recorded
 */
export function withoutGradient<Inputs extends readonly tf.Tensor[], Output extends tf.Tensor>(
  inputs: Inputs,
  compute: (...inputs: Inputs) => Output,
): Output {
  const detached = tf.customGrad(() => ({
    value: compute(...inputs),
    gradFunc: () => inputs.map((input) => tf.zerosLike(input)),
  }));
  return detached(...inputs) as Output;
}
