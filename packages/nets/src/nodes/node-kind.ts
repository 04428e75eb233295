import type * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import type { TrainingKernels } from '../training-kernels.ts';

/** What a parameter does in its node. `mean` and `variance` are of batch normalisation, the norms' of the fusion. */
export type ParameterRole =
  | 'kernel'
  | 'bias'
  | 'gamma'
  | 'beta'
  | 'mean'
  | 'variance'
  | 'alpha'
  | 'normMean'
  | 'normDeviation';

export interface ParameterDefinition {
  readonly role: ParameterRole;
  readonly shape: readonly number[];
  /** Of kernels, which are drawn at first: how many values one output sums. */
  readonly fanIn?: number;
}

/** What a node costs for one image; the two conventions for FLOPs are explained at `count`. */
export interface Cost {
  readonly macs: number;
  readonly tf: number;
  readonly mx: number;
}

/** Of what no published count counts. */
export const FREE: Cost = { macs: 0, tf: 0, mx: 0 };

/** One pass over a batch, as a node sees it. */
export interface TrainingPass {
  /**
   * `train` normalises by the batch, which moves the kept statistics; `evaluate` by the kept ones; `settle` too, and
   * moves those of batch normalisation, with its other parameters so that `evaluate` computes what it did.
   */
  readonly mode: 'train' | 'evaluate' | 'settle';
  readonly kernels: TrainingKernels;
  /** Weight of the past where the statistics of batch normalisation move. */
  readonly normMomentum: number;
  /** The node's variable. @throws {RangeError} where it has none of this role */
  variable<Rank extends tf.Rank>(role: ParameterRole): tf.Variable<Rank>;
}

/** The node's folded weight. @throws {RangeError} where it has none of this role */
export type Weights = (role: ParameterRole) => Float32Array;

/** A node with its weights on the backend. */
export interface PlacedNode<Inputs extends readonly number[]> {
  run(inputs: Each<Inputs, tf.Tensor4D>): tf.Tensor4D;
  /** Frees the weights. */
  dispose(): void;
}

/** A map that a new node reads. */
export interface Source {
  /** Position of the node that gives it. */
  readonly id: number;
  readonly shape: Shape;
}

/** A node's values while training, by their roles. */
export type UnfoldedParameters = Readonly<Partial<Record<ParameterRole, Float32Array>>>;

/** As many of something as the node has inputs. */
type Each<Inputs extends readonly number[], Value> = { readonly [Index in keyof Inputs]: Value };

/**
 * What the interpreters ask of a kind of node. Beside it, in the kind's file, is the function that writes such a node
 * and knows its shape.
 *
 * @typeParam Inputs - tuple with one number for each map that it reads
 */
export interface NodeKind<Node, Inputs extends readonly number[]> {
  /** While training. */
  parameters(node: Node, inputs: Each<Inputs, Shape>): readonly ParameterDefinition[];
  /** What is left for inference, in the order of weight files. */
  foldedParameters(node: Node, inputs: Each<Inputs, Shape>): readonly ParameterDefinition[];
  /** @returns values in the order of {@link foldedParameters} */
  fold(node: Node, trained: (role: ParameterRole) => Float32Array): readonly Float32Array[];
  /** @returns a value for each of {@link parameters}, which fold to the same */
  unfold(node: Node, folded: (role: ParameterRole) => Float32Array): UnfoldedParameters;
  cost(node: Node, inputs: Each<Inputs, Shape>): Cost;
  /** With gradients. */
  train(node: Node, inputs: Each<Inputs, tf.Tensor4D>, pass: TrainingPass): tf.Tensor4D;
  /** Puts folded weights on the backend, for the fewest kernel calls. */
  place(node: Node, inputs: Each<Inputs, Shape>, weights: Weights): PlacedNode<Inputs>;
}

/** A kind that has no parameters, computes the same in training and inference, and that no published count counts. */
export function plainKind<Node, Inputs extends readonly number[]>(
  compute: (node: Node, inputs: Each<Inputs, tf.Tensor4D>) => tf.Tensor4D,
): NodeKind<Node, Inputs> {
  return {
    parameters: () => [],
    foldedParameters: () => [],
    fold: () => [],
    unfold: () => ({}),
    cost: () => FREE,
    train: compute,
    place: (node) => ({ run: (inputs) => compute(node, inputs), dispose: () => undefined }),
  };
}
