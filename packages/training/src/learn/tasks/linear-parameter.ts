import * as tf from '@tensorflow/tfjs-core';
import type { LearnedParameter } from '../../losses/learned-parameter.ts';

/** The weights [from, to] of a linear map, first drawn evenly as Glorot and Bengio (2010). */
export function linearParameter(name: string, from: number, to: number, random: () => number): LearnedParameter {
  const limit = Math.sqrt(6 / (from + to));
  const values = Float32Array.from({ length: from * to }, () => limit * (2 * random() - 1));
  // tf.variable copies what it is given.
  const variable = tf.tidy(() => tf.variable(tf.tensor(values, [from, to])));
  return { name, variable, treatment: 'decayed' };
}
