import * as tf from '@tensorflow/tfjs-core';
import { NORM_EPSILON } from './fold.ts';
import { inputShape, type Network, type NetworkNode, outputLength } from './network.ts';
import { type ParameterRole, type ParameterSpec, sizeOf, trainingParameters } from './parameters.ts';
import { STANDARD_KERNELS, type TrainingKernels } from './training-kernels.ts';

/** A network whose parameters are variables. */
export interface Trainable {
  readonly network: Network;
  readonly parameters: readonly (ParameterSpec & { readonly variable: tf.Variable })[];
  /**
   * Runs the network: with statistics of the batch, which also move the kept ones, or with the kept ones.
   *
   * @param input - [N, H, W, 3]
   * @returns `output` [N, length]; `taps` [N, H, W, C] by name
   */
  forward(input: tf.Tensor4D, mode: 'train' | 'evaluate'): { output: tf.Tensor2D; taps: Record<string, tf.Tensor4D> };
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
  const parameters = trainingParameters(network).map((spec) => ({
    ...spec,
    variable: tf.variable(tf.tensor(firstValues(network, spec, random), [...spec.shape]), spec.trainable),
  }));
  const byName = new Map(parameters.map(({ name, variable }) => [name, variable]));
  const moveTowards = (kept: tf.Variable, batch: tf.Tensor) => {
    kept.assign(tf.add(tf.mul(kept, normMomentum), tf.mul(batch, 1 - normMomentum)));
  };

  const normalise = (x: tf.Tensor4D, index: number, mode: 'train' | 'evaluate'): tf.Tensor4D => {
    const vector = (role: ParameterRole) => byName.get(`${index}/${role}`) as tf.Variable<tf.Rank.R1>;
    const [gamma, beta, mean, variance] = [vector('gamma'), vector('beta'), vector('mean'), vector('variance')];
    if (mode === 'evaluate') return tf.batchNorm4d(x, mean, variance, beta, gamma, NORM_EPSILON);
    const batch = kernels.batchNorm(x, gamma, beta, NORM_EPSILON);
    moveTowards(mean, batch.mean);
    moveTowards(variance, batch.variance);
    return batch.output;
  };

  const compute = (node: NetworkNode, index: number, maps: readonly tf.Tensor4D[], mode: 'train' | 'evaluate') => {
    const map = (id: number) => maps[id] as tf.Tensor4D;
    switch (node.kind) {
      case 'input':
        return map(index);
      case 'add':
        return node.inputs.map(map).reduce((sum, other) => tf.add(sum, other));
      case 'norm':
        return normalise(map(node.input), index, mode);
      default: {
        const kernel = byName.get(`${index}/kernel`) as tf.Variable<tf.Rank.R4>;
        let x = kernels[node.kind](map(node.input), kernel, node.stride, node.padding);
        const bias = byName.get(`${index}/bias`);
        if (bias) x = tf.add(x, bias as tf.Tensor) as tf.Tensor4D;
        if (node.norm) x = normalise(x, index, mode);
        const alpha = byName.get(`${index}/alpha`);
        return alpha ? kernels.prelu(x, alpha as tf.Variable<tf.Rank.R1>) : x;
      }
    }
  };

  return {
    network,
    parameters,
    forward: (input, mode) => {
      const maps: tf.Tensor4D[] = [input];
      network.nodes.forEach((node, index) => {
        if (index > 0) maps.push(compute(node, index, maps, mode));
      });
      const output = tf.reshape(maps[network.output] as tf.Tensor4D, [input.shape[0], outputLength(network)]);
      const taps = Object.entries(network.taps).map(([name, id]) => [name, maps[id] as tf.Tensor4D]);
      return { output: output as tf.Tensor2D, taps: Object.fromEntries(taps) };
    },
    dispose: () => {
      for (const { variable } of parameters) variable.dispose();
    },
  };
}

/** He et al. 2015 for kernels (normal, fan-in, gain of a PReLU at 0.25), 0.25 for slopes, 1 for scales, otherwise 0. */
function firstValues(network: Network, { node, role, shape }: ParameterSpec, random: () => number): Float32Array {
  const length = sizeOf(shape);
  const constant = { alpha: 0.25, gamma: 1, variance: 1, beta: 0, bias: 0, mean: 0, kernel: undefined }[role];
  if (constant !== undefined) return new Float32Array(length).fill(constant);
  const definition = network.nodes[node] as NetworkNode & { kind: 'conv' | 'depthwise'; input: number; kernel: number };
  const fanIn = definition.kernel ** 2 * (definition.kind === 'conv' ? inputShape(network, definition)[2] : 1);
  const deviation = Math.sqrt(2 / ((1 + 0.25 ** 2) * fanIn));
  // Box–Muller; 1 − random keeps the logarithm finite.
  return Float32Array.from(
    { length },
    () => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}
