import * as tf from '@tensorflow/tfjs-core';
import { initialParameters } from './initial-parameters.ts';
import { joinOutputs } from './join-outputs.ts';
import { type Network, operationsOf } from './network.ts';
import type { TrainingPass } from './nodes/node-kind.ts';
import { type ParameterSpec, trainingParameters } from './parameters.ts';
import { STANDARD_KERNELS, type TrainingKernels } from './training-kernels.ts';

/** A network whose parameters are variables. */
export interface Trainable {
  readonly network: Network;
  readonly parameters: readonly (ParameterSpec & { readonly variable: tf.Variable })[];
  /**
   * Runs the network: with statistics of the batch, which also move the kept ones, or with the kept ones.
   *
   * @param input - [N, H, W, 3]
   * @returns `output` [N, length], all outputs in a row; `taps` [N, H, W, C] by name
   */
  forward(
    input: tf.Tensor4D,
    mode: Exclude<TrainingPass['mode'], 'settle'>,
  ): { output: tf.Tensor2D; taps: Record<string, tf.Tensor4D> };
  /**
   * Makes the statistics of batch normalisation those of a batch, and its other parameters such that the network
   * computes with the kept statistics what it did: for weights whose statistics were made up. On that batch the two
   * modes of {@link forward} then agree, except for a fusion by norms.
   *
   * @param input - [N, H, W, 3]
   * @param past - how many batches it was settled on before; their statistics and this one's are averaged. Default 0
   */
  settle(input: tf.Tensor4D, past?: number): void;
  dispose(): void;
}

export interface TrainableOptions {
  /** What computes each step; default {@link STANDARD_KERNELS}. A backend with faster ones brings its own. */
  readonly kernels?: TrainingKernels;
  /** Uniform in [0, 1), for the first values. */
  readonly random: () => number;
  /** Weight of the past in the moving statistics. */
  readonly normMomentum?: number;
}

/** The second interpreter: trainable variables, batch statistics, gradients by tfjs. */
export function createTrainable(network: Network, options: TrainableOptions): Trainable {
  const { kernels = STANDARD_KERNELS, random, normMomentum = 0.95 } = options;
  const first = initialParameters(network, random);
  const parameters = trainingParameters(network).map((spec) => {
    const value = tf.tensor(first.get(spec.name) as Float32Array, [...spec.shape]);
    const variable = tf.variable(value, spec.trainable);
    value.dispose();
    return { ...spec, variable };
  });
  const variables = new Map(parameters.map(({ name, variable }) => [name, variable]));
  const variable = <Rank extends tf.Rank>(name: string) => {
    const found = variables.get(name);
    if (found === undefined) throw new RangeError(`There is no parameter ${name}.`);
    return found as tf.Variable<Rank>;
  };
  const operations = operationsOf(network);
  const mapsOf = (input: tf.Tensor4D, pass: Pick<TrainingPass, 'mode' | 'normMomentum'>): tf.Tensor4D[] => {
    const maps = [input];
    for (const { id, kind, node, inputs } of operations) {
      const read = inputs.map((input) => maps[input] as tf.Tensor4D);
      maps.push(kind.train(node, read, { ...pass, kernels, variable: (role) => variable(`${id}/${role}`) }));
    }
    return maps;
  };

  return {
    network,
    parameters,
    forward: (input, mode) => {
      const maps = mapsOf(input, { mode, normMomentum });
      const taps = Object.entries(network.taps).map(([name, id]) => [name, maps[id] as tf.Tensor4D]);
      return { output: joinOutputs(network, maps), taps: Object.fromEntries(taps) };
    },
    settle: (input, past = 0) => {
      tf.tidy(() => void mapsOf(input, { mode: 'settle', normMomentum: past / (past + 1) }));
    },
    dispose: () => {
      for (const { variable } of parameters) variable.dispose();
    },
  };
}
