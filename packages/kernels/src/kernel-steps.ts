import { type Network, type Operation, type OperationNode, operationsOf } from '@face-verify/nets';

/** What computes one map of a network: an operation, or several that one kernel does. */
export interface KernelStep extends Operation {
  /** Position of the node whose parameters it has. */
  readonly weightsOf: number;
}

type ConvStep = KernelStep & { readonly node: Extract<OperationNode, { readonly kind: 'conv' }> };

/**
 * Sums of two maps, and activations, are part of the convolution before them where nobody else reads what it gives:
 * then a map is not written and read again only to add another one. Such a step reads a second map, which it adds.
 */
export function kernelSteps(network: Network): readonly KernelStep[] {
  const operations = operationsOf(network);
  const readers = countReaders(network, operations);
  const steps = new Map<number, KernelStep>();
  const openConv = (id: number): ConvStep | undefined => {
    const step = steps.get(id);
    return step && readers.get(id) === 1 && isOpenConv(step) ? step : undefined;
  };
  for (const operation of operations) {
    const { id, inputs } = operation;
    const conv = inputs.map(openConv).findLast((found) => found !== undefined);
    const fused = conv && fuse(conv, operation);
    if (fused) steps.delete(conv.id);
    steps.set(id, fused ?? { ...operation, weightsOf: id });
  }
  return [...steps.values()];
}

/** Undefined where no kernel does both. */
function fuse(conv: ConvStep, { id, node, inputs }: Operation): KernelStep | undefined {
  if (node.kind === 'activate') return { ...conv, id, node: { ...conv.node, activation: node.activation } };
  if (node.kind !== 'add' || inputs.length !== 2 || conv.inputs.length !== 1) return undefined;
  return { ...conv, id, inputs: [...conv.inputs, ...inputs.filter((input) => input !== conv.id)] };
}

/** Whether nothing follows the sum yet. */
function isOpenConv(step: KernelStep): step is ConvStep {
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
