import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import { plainKind, type Source } from './node-kind.ts';

/** The mean of each channel. */
export interface GlobalAverageNode {
  readonly kind: 'globalAverage';
  readonly input: number;
  readonly shape: Shape;
}

export function globalAverageNode({ id, shape }: Source): GlobalAverageNode {
  return { kind: 'globalAverage', input: id, shape: [1, 1, shape[2]] };
}

export const GLOBAL_AVERAGE = plainKind<GlobalAverageNode, readonly [number]>((_, [x]) => tf.mean(x, [1, 2], true));
