import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import { plainKind, type Source } from './node-kind.ts';

/** Channels dealt out like cards: the first of each group, then the second of each, … (ShuffleNet). */
export interface ShuffleNode {
  readonly kind: 'shuffle';
  readonly input: number;
  readonly groups: number;
  readonly shape: Shape;
}

export function shuffleNode({ id, shape }: Source, groups: number): ShuffleNode {
  if (shape[2] % groups > 0) throw new RangeError(`${shape[2]} channels cannot be cut into ${groups} groups.`);
  return { kind: 'shuffle', input: id, groups, shape };
}

export const SHUFFLE = plainKind<ShuffleNode, readonly [number]>(({ groups, shape }, [x]) => {
  const dealt = tf.transpose(tf.reshape(x, [-1, groups, shape[2] / groups]), [0, 2, 1]);
  return tf.reshape(dealt, [-1, ...shape]) as tf.Tensor4D;
});
