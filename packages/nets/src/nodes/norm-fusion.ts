import * as tf from '@tensorflow/tfjs-core';
import { type Shape, sizeOf } from '../shape.ts';
import { FREE, type NodeKind, type ParameterDefinition, type Source, type TrainingPass } from './node-kind.ts';

/**
 * Sum of embeddings, each weighted by how long it is for its branch: LGAF's feature norm fusion (Eq. 4–10). A norm
 * says how good the image is for that branch, and is compared with the branch's running mean and deviation.
 */
export interface NormFusionNode {
  readonly kind: 'normFusion';
  readonly inputs: readonly number[];
  readonly shape: Shape;
}

/** The paper's: h, by which a norm three deviations off reaches the clip, and the weight of the past. */
const STEEPNESS = 0.333;
const MOMENTUM = 0.99;
/** AdaFace's, on which LGAF builds; the paper does not say. */
const NORM_RANGE = [1e-3, 100] as const;
const DEVIATION_EPSILON = 1e-3;
/** Shares the weight equally where every branch is three deviations low and 0 / 0 would be left; else unnoticeable. */
const WEIGHT_EPSILON = 1e-6;

export function normFusionNode(branches: readonly [Source, ...Source[]]): NormFusionNode {
  const [{ shape }] = branches;
  if (branches.some((branch) => branch.shape.join() !== shape.join()) || sizeOf(shape) !== shape[2]) {
    throw new RangeError(
      `Not embeddings of one length: ${branches.map((branch) => branch.shape.join('×')).join(', ')}`,
    );
  }
  return { kind: 'normFusion', inputs: branches.map(({ id }) => id), shape };
}

/** A deviation of 0 stands for a branch of which nothing was seen yet. */
function statistics({ inputs }: NormFusionNode): ParameterDefinition[] {
  return (['normMean', 'normDeviation'] as const).map((role) => ({ role, shape: [inputs.length] }));
}

export const NORM_FUSION: NodeKind<NormFusionNode, readonly number[]> = {
  parameters: statistics,
  foldedParameters: statistics,
  fold: (_, trained) => [trained('normMean'), trained('normDeviation')],
  unfold: (_, folded) => ({ normMean: folded('normMean'), normDeviation: folded('normDeviation') }),
  cost: () => FREE,
  train: (_, branches, pass) => {
    const norms = constantNorms(branches);
    if (pass.mode === 'train') follow(norms, pass);
    return fuse(branches, norms, pass.variable('normMean'), pass.variable('normDeviation'));
  },
  place: (_, __, weights) => {
    const [mean, deviation] = [tf.tensor1d(weights('normMean')), tf.tensor1d(weights('normDeviation'))];
    return {
      run: (branches) => fuse(branches, normsOf(branches), mean, deviation),
      dispose: () => tf.dispose([mean, deviation]),
    };
  },
};

/** → [N, branches] */
function normsOf(branches: readonly tf.Tensor4D[]): tf.Tensor2D {
  const norms = branches.map((branch) => tf.sqrt(tf.sum(tf.square(branch), [2, 3])));
  return tf.clipByValue(tf.concat2d(norms as tf.Tensor2D[], 1), ...NORM_RANGE);
}

function fuse(
  branches: readonly tf.Tensor4D[],
  norms: tf.Tensor2D,
  mean: tf.Tensor1D,
  deviation: tf.Tensor1D,
): tf.Tensor4D {
  const standard = tf.div(tf.sub(norms, mean), tf.add(deviation, DEVIATION_EPSILON));
  const quality = tf.add(tf.clipByValue(tf.mul(standard, STEEPNESS), -1, 1), 1 + WEIGHT_EPSILON);
  const weights = tf.div(quality, tf.sum(quality, 1, true)); // [N, branches], rows add up to 1
  return branches
    .map((branch, i) => tf.mul(branch, tf.reshape(tf.slice(weights, [0, i], [-1, 1]), [-1, 1, 1, 1])) as tf.Tensor4D)
    .reduce((sum, branch) => tf.add(sum, branch));
}

/** Moves the running statistics towards the batch's; the first batch's are taken as they are. */
function follow(norms: tf.Tensor2D, { variable }: TrainingPass): void {
  const [mean, deviation] = [variable<tf.Rank.R1>('normMean'), variable<tf.Rank.R1>('normDeviation')];
  const batch = tf.moments(norms, 0);
  const step = tf.where(tf.equal(deviation, 0), 1, 1 - MOMENTUM);
  mean.assign(tf.add(mean, tf.mul(step, tf.sub(batch.mean, mean))));
  deviation.assign(tf.add(deviation, tf.mul(step, tf.sub(tf.sqrt(batch.variance), deviation))));
}

/** Norms judge an embedding and are not to be learned, or a branch would gain weight by growing: no gradient. */
function constantNorms(branches: readonly tf.Tensor4D[]): tf.Tensor2D {
  const constant = tf.customGrad(() => ({
    value: normsOf(branches),
    gradFunc: () => branches.map((branch) => tf.zerosLike(branch)),
  }));
  return constant(...branches) as tf.Tensor2D;
}
