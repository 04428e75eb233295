import * as tf from '@tensorflow/tfjs-core';
import { type Shape, slide, type Window } from '../shape.ts';
import { plainKind, type Source } from './node-kind.ts';

/** The largest value in each window. */
export interface MaxPoolNode extends Window {
  readonly kind: 'maxPool';
  readonly input: number;
  readonly shape: Shape;
}

export function maxPoolNode({ id, shape }: Source, { kernel, stride, padding = 'same' }: MaxPoolOptions): MaxPoolNode {
  const window = { kernel, stride, padding };
  return { kind: 'maxPool', input: id, ...window, shape: [...slide(shape, window), shape[2]] };
}

export type MaxPoolOptions = Omit<Window, 'padding'> & Partial<Window>;

export const MAX_POOL = plainKind<MaxPoolNode, readonly [number]>(({ kernel, stride, padding }, [x]) =>
  tf.maxPool(x, kernel, stride, padding),
);
