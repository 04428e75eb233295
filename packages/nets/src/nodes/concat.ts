import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import { plainKind, type Source } from './node-kind.ts';

/** The channels of maps of one size, one after the other. */
export interface ConcatNode {
  readonly kind: 'concat';
  readonly inputs: readonly number[];
  readonly shape: Shape;
}

export function concatNode(maps: readonly [Source, ...Source[]]): ConcatNode {
  const [height, width] = maps[0].shape;
  if (maps.some(({ shape }) => shape[0] !== height || shape[1] !== width)) {
    throw new RangeError(
      `Maps of different sizes cannot be concatenated: ${maps.map((map) => map.shape.join('×')).join(', ')}`,
    );
  }
  const channels = maps.reduce((sum, { shape }) => sum + shape[2], 0);
  return { kind: 'concat', inputs: maps.map(({ id }) => id), shape: [height, width, channels] };
}

export const CONCAT = plainKind<ConcatNode, readonly number[]>((_, maps) => tf.concat([...maps], 3));
