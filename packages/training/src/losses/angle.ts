import * as tf from '@tensorflow/tfjs-core';

/** The largest cosine whose angle still has a finite slope: two steps of a 32-bit float below 1. */
const LARGEST_COSINE = 1 - 1e-7;

/** A cosine as it is wherever acos has a finite slope; at ±1 no gradient flows. Any shape. */
export function boundedCosine<T extends tf.Tensor>(cosine: T): T {
  return tf.clipByValue(cosine, -LARGEST_COSINE, LARGEST_COSINE);
}

/** Angles in radians, in (0, π). Any shape. */
export function angleOf<T extends tf.Tensor>(cosine: T): T {
  return tf.acos(boundedCosine(cosine));
}
