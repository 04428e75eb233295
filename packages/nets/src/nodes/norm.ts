import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import { type Activation, activate } from './activation.ts';
import { batchNorm, batchNormParameters, foldBatchNorm, unfoldBatchNorm } from './batch-norm.ts';
import { FREE, type NodeKind, type Source } from './node-kind.ts';

/** Batch normalisation on its own, where no filter before it can take it. */
export interface NormNode {
  readonly kind: 'norm';
  readonly input: number;
  readonly activation?: Activation;
  readonly shape: Shape;
}

export interface NormOptions {
  readonly activation?: Activation;
}

export function normNode({ id, shape }: Source, { activation }: NormOptions): NormNode {
  return { kind: 'norm', input: id, ...(activation && { activation }), shape };
}

export const NORM: NodeKind<NormNode, readonly [number]> = {
  parameters: ({ shape }) => batchNormParameters(shape[2]),
  foldedParameters: ({ shape }) => [
    { role: 'gamma', shape: [shape[2]] },
    { role: 'beta', shape: [shape[2]] },
  ],
  fold: (_, trained) => {
    const { scale, shift } = foldBatchNorm(trained);
    return [scale, shift];
  },
  unfold: (_, folded) => unfoldBatchNorm({ scale: folded('gamma'), shift: folded('beta') }),
  cost: () => FREE,
  train: ({ activation }, [x], pass) => activate(batchNorm(x, pass), activation),
  place: ({ activation }, _, weights) => {
    const [scale, shift] = [tf.tensor1d(weights('gamma')), tf.tensor1d(weights('beta'))];
    return {
      run: ([x]) => activate(tf.add(tf.mul(x, scale), shift), activation),
      dispose: () => tf.dispose([scale, shift]),
    };
  },
};
