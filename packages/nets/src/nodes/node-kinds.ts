import type { Shape } from '../shape.ts';
import { ACTIVATE, type ActivateNode } from './activate.ts';
import { ADD, type AddNode } from './add.ts';
import { CONCAT, type ConcatNode } from './concat.ts';
import { CONV, type ConvNode } from './conv.ts';
import { DENSE, type DenseNode } from './dense.ts';
import { DEPTHWISE, type DepthwiseNode } from './depthwise.ts';
import { GLOBAL_AVERAGE, type GlobalAverageNode } from './global-average.ts';
import { MAX_POOL, type MaxPoolNode } from './max-pool.ts';
import { MULTIPLY, type MultiplyNode } from './multiply.ts';
import type { NodeKind } from './node-kind.ts';
import { NORM, type NormNode } from './norm.ts';
import { NORM_FUSION, type NormFusionNode } from './norm-fusion.ts';
import { PAD_CHANNELS, type PadChannelsNode } from './pad-channels.ts';
import { SHUFFLE, type ShuffleNode } from './shuffle.ts';
import { SLICE, type SliceNode } from './slice.ts';

/** The image. */
export interface InputNode {
  readonly kind: 'input';
  readonly shape: Shape;
}

/** A node that computes. */
export type OperationNode =
  | ActivateNode
  | AddNode
  | ConcatNode
  | ConvNode
  | DenseNode
  | DepthwiseNode
  | GlobalAverageNode
  | MaxPoolNode
  | MultiplyNode
  | NormNode
  | NormFusionNode
  | PadChannelsNode
  | ShuffleNode
  | SliceNode;

export type NetworkNode = InputNode | OperationNode;

/** A kind of which only the number of inputs is not known. */
export type AnyNodeKind = NodeKind<OperationNode, readonly number[]>;

export const NODE_KINDS: Readonly<Record<OperationNode['kind'], AnyNodeKind>> = {
  activate: ACTIVATE,
  add: ADD,
  concat: CONCAT,
  conv: CONV,
  dense: DENSE,
  depthwise: DEPTHWISE,
  globalAverage: GLOBAL_AVERAGE,
  maxPool: MAX_POOL,
  multiply: MULTIPLY,
  norm: NORM,
  normFusion: NORM_FUSION,
  padChannels: PAD_CHANNELS,
  shuffle: SHUFFLE,
  slice: SLICE,
};
