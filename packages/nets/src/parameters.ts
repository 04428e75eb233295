import { FaceVerifyError } from '@face-verify/core';
import { type Network, type Operation, operationsOf } from './network.ts';
import type { ParameterDefinition, ParameterRole, Weights } from './nodes/node-kind.ts';
import { sizeOf } from './shape.ts';

export interface ParameterSpec extends ParameterDefinition {
  /** `<node>/<role>`, unique in the network. */
  readonly name: string;
  readonly node: number;
  /** False for running statistics. */
  readonly trainable: boolean;
}

const STATISTICS: ReadonlySet<ParameterRole> = new Set(['mean', 'variance', 'normMean', 'normDeviation']);

/** Parameters while training, in the order of computation. */
export function trainingParameters(network: Network): ParameterSpec[] {
  return collect(network, ({ kind, node, inputShapes }) => kind.parameters(node, inputShapes));
}

/**
 * Parameters that inference reads, in the order in which weight files hold them: batch normalisation is folded
 * into the filter before it, which gives that filter a bias.
 */
export function inferenceParameters(network: Network): ParameterSpec[] {
  return collect(network, ({ kind, node, inputShapes }) => kind.foldedParameters(node, inputShapes));
}

/**
 * Folded weights as nodes ask for them.
 *
 * @param weights - one array for each of {@link inferenceParameters}, in that order
 * @returns of a node's position its weights by role
 * @throws {FaceVerifyError} `weights-corrupt` where the arrays do not fit the network
 */
export function weightsByNode(network: Network, weights: readonly Float32Array[]): (node: number) => Weights {
  const specs = inferenceParameters(network);
  if (weights.length !== specs.length || specs.some(({ shape }, i) => weights[i]?.length !== sizeOf(shape))) {
    throw new FaceVerifyError('weights-corrupt', `The weights do not fit ${network.name}.`);
  }
  const values = new Map(specs.map(({ name }, i) => [name, weights[i]]));
  return (node) => (role) => {
    const value = values.get(`${node}/${role}`);
    if (value === undefined) throw new RangeError(`There is no weight ${node}/${role}.`);
    return value;
  };
}

/** The contents of a weight file: the arrays that {@link splitParameters} gives back. */
export function joinParameters(parts: readonly Float32Array[]): Float32Array {
  const values = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    values.set(part, start);
    start += part.length;
  }
  return values;
}

/**
 * Cuts the contents of a weight file into the arrays that {@link inferenceParameters} lists.
 *
 * @throws {FaceVerifyError} `weights-corrupt` where there are too many or too few values
 */
export function splitParameters(network: Network, values: Float32Array): Float32Array[] {
  let end = 0;
  const parts = inferenceParameters(network).map(({ shape }) => {
    const start = end;
    end += sizeOf(shape);
    return values.subarray(start, end);
  });
  if (end !== values.length) {
    throw new FaceVerifyError('weights-corrupt', `The weights do not fit ${network.name}.`, {
      details: { expected: end, found: values.length },
    });
  }
  return parts;
}

function collect(network: Network, read: (operation: Operation) => readonly ParameterDefinition[]): ParameterSpec[] {
  return operationsOf(network).flatMap((operation) =>
    read(operation).map((definition) => ({
      ...definition,
      name: `${operation.id}/${definition.role}`,
      node: operation.id,
      trainable: !STATISTICS.has(definition.role),
    })),
  );
}
