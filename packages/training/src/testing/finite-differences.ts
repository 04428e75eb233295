import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';

/** Wide enough for 32-bit floats, narrow enough for curved losses. */
const STEP = 4e-3;

/** Share of the largest slope by which the two may differ. */
const TOLERANCE = 1e-2;

/**
 * Expects the gradient of `loss` at `at` to agree with central finite differences in every entry.
 *
 * @returns the gradient, flat
 */
export function expectGradientToAgree<T extends tf.Tensor>(loss: (x: T) => tf.Scalar, at: T): Float32Array {
  const start = at.dataSync();
  const gradient = gradientOf(loss, at);
  const valueAt = (values: Float32Array) =>
    tf.tidy(() => loss(tf.tensor(values, at.shape) as T).dataSync()[0] as number);
  const differences = Float32Array.from(gradient, (_, i) => {
    const [up, down] = [STEP, -STEP].map((step) => {
      const moved = start.slice() as Float32Array;
      moved[i] = (moved[i] as number) + step;
      return valueAt(moved);
    }) as [number, number];
    return (up - down) / (2 * STEP);
  });
  const largest = Math.max(...gradient.map(Math.abs));
  expect(largest).toBeGreaterThan(1e-3);
  gradient.forEach((slope, i) => {
    expect(Math.abs(slope - (differences[i] as number)), `entry ${i}`).toBeLessThan(TOLERANCE * largest);
  });
  return gradient;
}

/** The gradient of `loss` at `at`, flat. */
export function gradientOf<T extends tf.Tensor>(loss: (x: T) => tf.Scalar, at: T): Float32Array {
  return tf.tidy(
    () =>
      tf
        .grad((x: tf.Tensor) => loss(x as T))(at)
        .dataSync() as Float32Array,
  );
}
