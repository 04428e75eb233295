import type * as tf from '@tensorflow/tfjs-core';

/**
 * What the optimizer may do to a parameter: decay and step, only step, or keep the mean of the workers' statistics,
 * which count by their pictures.
 */
export type ParameterTreatment = 'decayed' | 'plain' | 'statistic';

/** A value that training changes: of a network, or of a loss. */
export interface LearnedParameter {
  readonly name: string;
  readonly variable: tf.Variable;
  readonly treatment: ParameterTreatment;
}
