import * as tf from '@tensorflow/tfjs-core';
import { type Shape, sizeOf } from '../shape.ts';
import type { TrainingKernels } from '../training-kernels.ts';
import { type Activation, activate } from './activation.ts';
import { batchNorm, batchNormParameters, foldBatchNorm, unfoldBatchNorm } from './batch-norm.ts';
import { kernelDeviation } from './kernel-deviation.ts';
import type {
  NodeKind,
  ParameterDefinition,
  ParameterRole,
  PlacedNode,
  UnfoldedParameters,
  Weights,
} from './node-kind.ts';

/** A sum with learned weights, and what follows it directly: bias, batch normalisation, then at most one activation. */
export interface FilterNode {
  readonly input: number;
  readonly norm: boolean;
  readonly bias: boolean;
  /** One learned slope per channel, after the normalisation. */
  readonly prelu: boolean;
  readonly activation?: Activation;
  readonly shape: Shape;
}

export interface FilterOptions {
  readonly norm?: boolean;
  readonly bias?: boolean;
  /** Not together with an activation. */
  readonly prelu?: boolean;
  readonly activation?: Activation;
}

/** A filter's numbers, with normalisation folded into them. */
export interface FilterWeights {
  /** [k, k, in, out], [k, k, channels, 1] of a depthwise filter, [in, out] of a dense layer. */
  readonly kernel: Float32Array;
  /** For each output channel; 0 where undefined. */
  readonly bias?: Float32Array;
  /** Slopes of a PReLU, for each output channel. */
  readonly slopes?: Float32Array;
}

/** The options as a node holds them. Fields of old are always there: the fingerprints of shipped weights have them. */
export function filterEnd({ norm = false, bias = false, prelu = false, activation }: FilterOptions) {
  if (prelu && activation) throw new RangeError(`A filter has a PReLU or a ${activation}, not both.`);
  return { norm, bias, prelu, ...(activation && { activation }) };
}

/** What tells one kind of filter from another. */
interface Filter<Node extends FilterNode, Rank extends tf.Rank> {
  /** Shape of the kernel, and how many values one output sums. */
  kernel(node: Node, input: Shape): { readonly shape: readonly number[]; readonly fanIn: number };
  /** What the MXNet convention leaves out where there is no bias. */
  mxDiscount(node: Node): number;
  train(node: Node, x: tf.Tensor4D, kernel: tf.Tensor<Rank>, kernels: TrainingKernels): tf.Tensor4D;
  place(node: Node, input: Shape, weights: FilterWeights): PlacedNode<readonly [number]>;
}

export function filterKind<Node extends FilterNode, Rank extends tf.Rank>(
  filter: Filter<Node, Rank>,
): NodeKind<Node, readonly [number]> {
  const kernel = (node: Node, input: Shape): ParameterDefinition => ({ role: 'kernel', ...filter.kernel(node, input) });
  const perChannel = (role: 'bias' | 'alpha', node: Node): ParameterDefinition => ({ role, shape: [node.shape[2]] });
  return {
    parameters: (node, [input]) => [
      kernel(node, input),
      ...(node.bias ? [perChannel('bias', node)] : []),
      ...(node.norm ? batchNormParameters(node.shape[2]) : []),
      ...(node.prelu ? [perChannel('alpha', node)] : []),
    ],
    foldedParameters: (node, [input]) => [
      kernel(node, input),
      ...(node.bias || node.norm ? [perChannel('bias', node)] : []),
      ...(node.prelu ? [perChannel('alpha', node)] : []),
    ],
    fold: (node, trained) => [...foldKernel(node, trained), ...(node.prelu ? [trained('alpha')] : [])],
    unfold: (node, folded) => ({ ...unfoldKernel(node, folded), ...(node.prelu && { alpha: folded('alpha') }) }),
    cost: (node, [input]) => {
      const outputs = sizeOf(node.shape);
      const macs = outputs * filter.kernel(node, input).fanIn;
      const prelu = node.prelu ? 2 * outputs + node.shape[2] : 0;
      return {
        macs,
        tf: 2 * macs + (node.bias ? outputs : 0) + prelu,
        mx: 2 * macs - (node.bias ? 0 : filter.mxDiscount(node)),
      };
    },
    train: (node, [input], pass) => {
      let x = filter.train(node, input, pass.variable('kernel'), pass.kernels);
      if (node.bias) x = tf.add(x, pass.variable('bias'));
      if (node.norm) x = batchNorm(x, pass);
      return node.prelu ? pass.kernels.prelu(x, pass.variable('alpha')) : activate(x, node.activation);
    },
    place: (node, [input], weights) => filter.place(node, input, filterWeights(node, weights)),
  };
}

/** @param weights - of this node */
export function filterWeights(node: FilterNode, weights: Weights): FilterWeights {
  return {
    kernel: weights('kernel'),
    ...((node.bias || node.norm) && { bias: weights('bias') }),
    ...(node.prelu && { slopes: weights('alpha') }),
  };
}

/** Kernel and bias, with normalisation in them. Output channels are a kernel's fastest axis, of all kinds of filter. */
function foldKernel(node: FilterNode, trained: (role: ParameterRole) => Float32Array): Float32Array[] {
  const [kernel, bias] = [trained('kernel'), node.bias ? trained('bias') : undefined];
  if (!node.norm) return bias ? [kernel, bias] : [kernel];
  const { scale, shift } = foldBatchNorm(trained);
  return [
    kernel.map((weight, i) => weight * (scale[i % scale.length] as number)),
    shift.map((offset, c) => offset + (bias?.[c] ?? 0) * (scale[c] as number)),
  ];
}

/** Kernel, bias and normalisation, which takes the scale of the kernel and all that is added after the sum. */
function unfoldKernel(node: FilterNode, folded: (role: ParameterRole) => Float32Array): UnfoldedParameters {
  const kernel = folded('kernel');
  if (!node.norm) return { kernel, ...(node.bias && { bias: folded('bias') }) };
  const shift = folded('bias');
  const scale = trainingScale(kernel, shift.length);
  return {
    kernel: kernel.map((weight, i) => weight / (scale[i % scale.length] as number)),
    ...(node.bias && { bias: new Float32Array(shift.length) }),
    ...unfoldBatchNorm({ scale, shift }),
  };
}

/**
 * How much larger each output channel's kernel is than those that training begins with. Optimizers make steps of a
 * size that suits those, and folding can make a kernel fifty times smaller. Powers of two, so that nothing is rounded.
 */
function trainingScale(kernel: Float32Array, outputs: number): Float32Array {
  const fanIn = kernel.length / outputs;
  const energy = new Float32Array(outputs);
  kernel.forEach((weight, i) => {
    energy[i % outputs] = (energy[i % outputs] as number) + weight ** 2;
  });
  return energy.map((sum) => {
    const ratio = Math.sqrt(sum / fanIn) / kernelDeviation(fanIn);
    return ratio > 0 ? 2 ** Math.round(Math.log2(ratio)) : 1;
  });
}
