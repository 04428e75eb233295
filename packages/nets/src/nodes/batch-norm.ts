import * as tf from '@tensorflow/tfjs-core';
import type { ParameterDefinition, ParameterRole, TrainingPass, UnfoldedParameters } from './node-kind.ts';

/** Added to variances; Keras' default, as the papers' code bases. */
const NORM_EPSILON = 1e-3;

export function batchNormParameters(channels: number): ParameterDefinition[] {
  return (['gamma', 'beta', 'mean', 'variance'] as const).map((role) => ({ role, shape: [channels] }));
}

/** Normalises by the batch, which moves the kept statistics, or by the kept ones. */
export function batchNorm(x: tf.Tensor4D, pass: TrainingPass): tf.Tensor4D {
  const { mode, kernels, normMomentum } = pass;
  const { gamma, beta, mean, variance } = variablesOf(pass);
  if (mode === 'train') {
    const batch = kernels.batchNorm(x, gamma, beta, NORM_EPSILON);
    mean.assign(moved(mean, batch.mean, normMomentum));
    variance.assign(moved(variance, batch.variance, normMomentum));
    return batch.output;
  }
  const output = kernels.keptNorm(x, gamma, beta, { mean, variance }, NORM_EPSILON);
  if (mode === 'settle') settle(x, pass);
  return output;
}

/** Moves the kept statistics, and gamma and beta so that normalisation by the kept ones does what it did. */
function settle(x: tf.Tensor4D, pass: TrainingPass): void {
  const { gamma, beta, mean, variance } = variablesOf(pass);
  tf.tidy(() => {
    // Not the training kernel's: TensorFlow normalises by the batch's own variance, but hands out the unbiased one.
    const batch = tf.moments(x, [0, 1, 2]);
    const newMean = moved(mean, batch.mean as tf.Tensor1D, pass.normMomentum);
    const newVariance = moved(variance, batch.variance as tf.Tensor1D, pass.normMomentum);
    const scale = tf.div(gamma, deviation(variance));
    gamma.assign(tf.mul(scale, deviation(newVariance)));
    beta.assign(tf.add(beta, tf.mul(scale, tf.sub(newMean, mean))));
    mean.assign(newMean);
    variance.assign(newVariance);
  });
}

function variablesOf({ variable }: TrainingPass) {
  return {
    gamma: variable<tf.Rank.R1>('gamma'),
    beta: variable<tf.Rank.R1>('beta'),
    mean: variable<tf.Rank.R1>('mean'),
    variance: variable<tf.Rank.R1>('variance'),
  };
}

function moved(kept: tf.Tensor1D, now: tf.Tensor1D, momentum: number): tf.Tensor1D {
  return tf.add(tf.mul(kept, momentum), tf.mul(now, 1 - momentum));
}

function deviation(variance: tf.Tensor1D): tf.Tensor1D {
  return tf.sqrt(tf.add(variance, NORM_EPSILON));
}

/** What normalisation with the kept statistics multiplies each channel by, and what it then adds. */
interface FoldedNorm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

export function foldBatchNorm(trained: (role: ParameterRole) => Float32Array): FoldedNorm {
  const [gamma, beta, mean, variance] = [trained('gamma'), trained('beta'), trained('mean'), trained('variance')];
  const scale = gamma.map((factor, c) => factor / Math.sqrt((variance[c] as number) + NORM_EPSILON));
  const shift = beta.map((offset, c) => offset - (mean[c] as number) * (scale[c] as number));
  return { scale, shift };
}

/** Parameters that fold to this, with made up statistics: those of which normalisation alone changes nothing. */
export function unfoldBatchNorm({ scale, shift }: FoldedNorm): UnfoldedParameters {
  const mean = new Float32Array(scale.length);
  const variance = new Float32Array(scale.length).fill(1 - NORM_EPSILON);
  return { gamma: scale, beta: shift, mean, variance };
}
