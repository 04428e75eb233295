import * as tf from '@tensorflow/tfjs-core';
import type { ParameterDefinition, ParameterRole, TrainingPass } from './node-kind.ts';

/** Added to variances; Keras' default, as the papers' code bases. */
export const NORM_EPSILON = 1e-3;

export function batchNormParameters(channels: number): ParameterDefinition[] {
  return (['gamma', 'beta', 'mean', 'variance'] as const).map((role) => ({ role, shape: [channels] }));
}

/** Normalises by the batch, which moves the kept statistics, or by the kept ones. */
export function batchNorm(x: tf.Tensor4D, { mode, kernels, normMomentum, variable }: TrainingPass): tf.Tensor4D {
  const [gamma, beta] = [variable<tf.Rank.R1>('gamma'), variable<tf.Rank.R1>('beta')];
  const [mean, variance] = [variable<tf.Rank.R1>('mean'), variable<tf.Rank.R1>('variance')];
  if (mode === 'evaluate') return tf.batchNorm4d(x, mean, variance, beta, gamma, NORM_EPSILON);
  const batch = kernels.batchNorm(x, gamma, beta, NORM_EPSILON);
  for (const [kept, now] of [[mean, batch.mean] as const, [variance, batch.variance] as const]) {
    kept.assign(tf.add(tf.mul(kept, normMomentum), tf.mul(now, 1 - normMomentum)));
  }
  return batch.output;
}

/** What normalisation with the kept statistics multiplies each channel by, and what it then adds. */
export function foldBatchNorm(trained: (role: ParameterRole) => Float32Array): {
  scale: Float32Array;
  shift: Float32Array;
} {
  const [gamma, beta, mean, variance] = [trained('gamma'), trained('beta'), trained('mean'), trained('variance')];
  const scale = gamma.map((factor, c) => factor / Math.sqrt((variance[c] as number) + NORM_EPSILON));
  const shift = beta.map((offset, c) => offset - (mean[c] as number) * (scale[c] as number));
  return { scale, shift };
}
