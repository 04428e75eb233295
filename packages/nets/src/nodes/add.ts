import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import { plainKind, type Source } from './node-kind.ts';

/** Element-wise sum of maps of one shape. */
export interface AddNode {
  readonly kind: 'add';
  readonly inputs: readonly number[];
  readonly shape: Shape;
}

export function addNode(maps: readonly [Source, ...Source[]]): AddNode {
  const [{ shape }] = maps;
  if (maps.some((map) => map.shape.join() !== shape.join())) {
    throw new RangeError(
      `Maps of different shapes cannot be added: ${maps.map((map) => map.shape.join('×')).join(', ')}`,
    );
  }
  return { kind: 'add', inputs: maps.map(({ id }) => id), shape };
}

// Not addN: eight maps and their sum are more buffers than WebGPU binds.
export const ADD = plainKind<AddNode, readonly number[]>((_, maps) => maps.reduce((sum, map) => tf.add(sum, map)));
