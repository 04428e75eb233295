import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../shape.ts';
import { plainKind, type Source } from './node-kind.ts';

/** A map with channels of zeros after its own, so that one with more can be added to it. */
export interface PadChannelsNode {
  readonly kind: 'padChannels';
  readonly input: number;
  readonly shape: Shape;
}

export function padChannelsNode({ id, shape: [height, width, own] }: Source, channels: number): PadChannelsNode {
  if (!(channels > own)) throw new RangeError(`${own} channels cannot be padded to ${channels}.`);
  return { kind: 'padChannels', input: id, shape: [height, width, channels] };
}

export const PAD_CHANNELS = plainKind<PadChannelsNode, readonly [number]>(({ shape }, [x]) =>
  tf.pad4d(x, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, shape[2] - x.shape[3]],
  ]),
);
