import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import { plainKind, type Source } from './node-kind.ts';

/** A map times a gate: a factor for each element, or one for each channel [1, 1, C] or place [H, W, 1]. */
export interface MultiplyNode {
  readonly kind: 'multiply';
  readonly inputs: readonly [map: number, gate: number];
  readonly shape: Shape;
}

export function multiplyNode(map: Source, gate: Source): MultiplyNode {
  if (gate.shape.some((side, axis) => side !== 1 && side !== map.shape[axis])) {
    throw new RangeError(`A gate of ${gate.shape.join('×')} does not fit a map of ${map.shape.join('×')}.`);
  }
  return { kind: 'multiply', inputs: [map.id, gate.id], shape: map.shape };
}

export const MULTIPLY = plainKind<MultiplyNode, MultiplyNode['inputs']>((_, [map, gate]) => tf.mul(map, gate));
