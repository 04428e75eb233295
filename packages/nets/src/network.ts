import {
  type AnyNodeKind,
  type InputNode,
  type NetworkNode,
  NODE_KINDS,
  type OperationNode,
} from './nodes/node-kinds.ts';
import { type Shape, sizeOf } from './shape.ts';

/**
 * A network as data, written once with a {@link FeatureMap}: nodes in the order of computation, which
 * interpreters read (`count`, `createTrainable`, `createInference`; `compileNetwork` of the kernels).
 */
export interface Network {
  readonly name: string;
  /** The first is the image. */
  readonly nodes: readonly [InputNode, ...OperationNode[]];
  /** The nodes that the network gives, by name. Interpreters join them in this order to one row for each image. */
  readonly outputs: Readonly<Record<string, number>>;
  /** Named inner maps, such as the ends of stages. */
  readonly taps: Readonly<Record<string, number>>;
}

/** One step of a network, as interpreters walk them. */
export interface Operation {
  /** Position of its node. */
  readonly id: number;
  readonly node: OperationNode;
  readonly kind: AnyNodeKind;
  /** Positions of the nodes that it reads, all before its own. */
  readonly inputs: readonly number[];
  readonly inputShapes: readonly Shape[];
}

export function operationsOf({ nodes }: Network): Operation[] {
  const [, ...operations] = nodes;
  return operations.map((node, i) => {
    const inputs = 'inputs' in node ? node.inputs : [node.input];
    const inputShapes = inputs.map((id) => (nodes[id] as NetworkNode).shape);
    return { id: i + 1, node, kind: NODE_KINDS[node.kind], inputs, inputShapes };
  });
}

/** How many values each output has, by name, in their order in a row. */
export function outputLengths({ nodes, outputs }: Network): Record<string, number> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, id]) => [name, sizeOf((nodes[id] as NetworkNode).shape)]),
  );
}

/** The nodes that an output is computed from, and its own. */
export function nodesOf(network: Network, output: string): ReadonlySet<number> {
  const needed = new Set([network.outputs[output]]);
  for (const { id, inputs } of operationsOf(network).reverse()) {
    if (needed.has(id)) for (const input of inputs) needed.add(input);
  }
  return needed as ReadonlySet<number>;
}

/** Length of a row of all outputs. */
export function outputLength(network: Network): number {
  return Object.values(outputLengths(network)).reduce((sum, length) => sum + length, 0);
}

/**
 * A short name for the wiring and sizes of a network: weights carry it, so that an edited definition cannot
 * silently take old weights. FNV-1a, 64 bits, over the nodes and outputs as JSON; a fingerprint, not a safeguard.
 */
export function topologyFingerprint({ nodes, outputs }: Network): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of JSON.stringify([nodes, ...Object.values(outputs)])) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
