import { type Network, type Operation, operationsOf } from './network.ts';
import type { ConvNode } from './nodes/conv.ts';

/** What computes one map of a network: an operation, or several that one kernel does. */
export interface InferenceStep extends Operation {
  /** Position of the node whose parameters it has. */
  readonly weightsOf: number;
}

type ConvStep = InferenceStep & { readonly node: ConvNode };

/** Each operation alone. */
export function singleSteps(network: Network): readonly InferenceStep[] {
  return operationsOf(network).map((operation) => ({ ...operation, weightsOf: operation.id }));
}

/**
 * Sums of two maps, and activations, are part of the convolution before them where nobody else reads what it gives:
 * then a map is not written and read again only to add another one. Such a step reads a second map, which it adds.
 */
export function fusedSteps(network: Network): readonly InferenceStep[] {
  const single = singleSteps(network);
  const readers = countReaders(network, single);
  const steps = new Map<number, InferenceStep>();
  const openConv = (id: number): ConvStep | undefined => {
    const step = steps.get(id);
    return step && readers.get(id) === 1 && isOpenConv(step) ? step : undefined;
  };
  for (const step of single) {
    const { id, inputs } = step;
    const conv = inputs.map(openConv).findLast((found) => found !== undefined);
    const fused = conv && fuse(conv, step);
    if (fused) steps.delete(conv.id);
    steps.set(id, fused ?? step);
  }
  return [...steps.values()];
}

/** Undefined where no kernel does both. */
function fuse(conv: ConvStep, { id, node, inputs }: InferenceStep): InferenceStep | undefined {
  if (node.kind === 'activate') return { ...conv, id, node: { ...conv.node, activation: node.activation } };
  if (node.kind !== 'add' || inputs.length !== 2 || conv.inputs.length !== 1) return undefined;
  return { ...conv, id, inputs: [...conv.inputs, ...inputs.filter((input) => input !== conv.id)] };
}

/** Whether nothing follows the sum yet. */
function isOpenConv(step: InferenceStep): step is ConvStep {
  const { node } = step;
  return node.kind === 'conv' && node.groups === undefined && !node.prelu && node.activation === undefined;
}

/** How often each map is read, being an output included. */
function countReaders({ outputs }: Network, operations: readonly Operation[]): ReadonlyMap<number, number> {
  const readers = new Map<number, number>();
  for (const id of [...operations.flatMap(({ inputs }) => inputs), ...Object.values(outputs)]) {
    readers.set(id, (readers.get(id) ?? 0) + 1);
  }
  return readers;
}
