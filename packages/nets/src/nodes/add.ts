import { STANDARD_INFERENCE_KERNELS } from '../inference-kernels.ts';
import type { Shape } from '../shape.ts';
import { type NodeKind, plainKind, type Source } from './node-kind.ts';

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

export const ADD: NodeKind<AddNode, readonly number[]> = {
  ...plainKind((_, maps) => STANDARD_INFERENCE_KERNELS.add(maps)),
  place: (_, __, ___, kernels) => ({ run: (maps) => kernels.add(maps), dispose: () => undefined }),
};
