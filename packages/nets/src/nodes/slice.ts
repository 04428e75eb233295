import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import { plainKind, type Source } from './node-kind.ts';

/** Some of a map's channels. */
export interface SliceNode {
  readonly kind: 'slice';
  readonly input: number;
  /** The first channel taken. */
  readonly begin: number;
  readonly shape: Shape;
}

export function sliceNode({ id, shape: [height, width, channels] }: Source, begin: number, end: number): SliceNode {
  if (!(0 <= begin && begin < end && end <= channels)) {
    throw new RangeError(`There are no channels ${begin} to ${end} of ${channels}.`);
  }
  return { kind: 'slice', input: id, begin, shape: [height, width, end - begin] };
}

export const SLICE = plainKind<SliceNode, readonly [number]>(({ begin, shape }, [x]) =>
  tf.slice(x, [0, 0, 0, begin], [-1, -1, -1, shape[2]]),
);
