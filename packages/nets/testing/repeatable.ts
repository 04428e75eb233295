import * as tf from '@tensorflow/tfjs-core';
import { initialParameters } from '../src/initial-parameters.ts';
import type { Network } from '../src/network.ts';
import { trainingParameters } from '../src/parameters.ts';
import type { Trainable } from '../src/trainable.ts';

/** Repeatable numbers in [0, 1). */
export function repeatable(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Repeatable numbers in [−1, 1). */
export function repeatableTensor<Rank extends tf.Rank>(shape: tf.ShapeMap[Rank]): tf.Tensor<Rank> {
  const random = repeatable();
  const length = shape.reduce((product, side) => product * side, 1);
  return tf.tensor<Rank>(
    Float32Array.from({ length }, () => 2 * random() - 1),
    shape,
  );
}

/** A value of its own for every parameter, off the first ones, so that no term can be forgotten unnoticed. */
export function drawParameters(network: Network): Map<string, Float32Array> {
  const random = repeatable();
  const values = initialParameters(network, random);
  for (const { name, role } of trainingParameters(network)) {
    if (role === 'normDeviation') values.get(name)?.fill(0.5);
    else if (role !== 'kernel') values.set(name, perturbed(values.get(name) as Float32Array, random));
  }
  return values;
}

export function setParameters({ parameters }: Trainable, values: ReadonlyMap<string, Float32Array>): void {
  for (const { name, variable } of parameters) {
    const value = tf.tensor(values.get(name) as Float32Array, variable.shape);
    variable.assign(value);
    value.dispose();
  }
}

function perturbed(values: Float32Array, random: () => number): Float32Array {
  return values.map((value) => value + 0.4 * (random() - 0.5));
}
