import { FaceVerifyError } from '@face-verify/core';
import { inputShape, type Network, type NetworkNode } from './network.ts';

/** What a parameter does in its node. */
export type ParameterRole = 'kernel' | 'bias' | 'gamma' | 'beta' | 'mean' | 'variance' | 'alpha';

export interface ParameterSpec {
  /** `<node>/<role>`, unique in the network. */
  readonly name: string;
  readonly node: number;
  readonly role: ParameterRole;
  readonly shape: readonly number[];
  /** False for the moving statistics of batch normalisation. */
  readonly trainable: boolean;
}

/** Parameters while training, in the order of computation. */
export function trainingParameters(network: Network): ParameterSpec[] {
  return collect(network, (node) => {
    const channels = [node.shape[2]];
    const norm = node.kind === 'norm' || ('norm' in node && node.norm);
    return [
      ...filterParameters(network, node),
      ...(norm ? roles(['gamma', 'beta', 'mean', 'variance'], channels) : []),
      ...('prelu' in node && node.prelu ? roles(['alpha'], channels) : []),
    ];
  });
}

/**
 * Parameters that inference reads, in the order in which weight files hold them: batch normalisation is folded
 * into the filter before it, which gives that filter a bias.
 */
export function inferenceParameters(network: Network): ParameterSpec[] {
  return collect(network, (node) => {
    const channels = [node.shape[2]];
    if (node.kind === 'norm') return roles(['gamma', 'beta'], channels);
    const folded = 'norm' in node && node.norm && !node.bias ? roles(['bias'], channels) : [];
    const prelu = 'prelu' in node && node.prelu ? roles(['alpha'], channels) : [];
    return [...filterParameters(network, node), ...folded, ...prelu];
  });
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
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

type Role = readonly [ParameterRole, readonly number[]];

function roles(names: readonly ParameterRole[], shape: readonly number[]): Role[] {
  return names.map((name) => [name, shape]);
}

function filterParameters(network: Network, node: NetworkNode): Role[] {
  if (node.kind !== 'conv' && node.kind !== 'depthwise') return [];
  const { kernel, shape } = node;
  const channels = inputShape(network, node)[2];
  const kernelShape = [kernel, kernel, channels, node.kind === 'conv' ? shape[2] : 1];
  return [['kernel', kernelShape], ...(node.bias ? roles(['bias'], [shape[2]]) : [])];
}

function collect(network: Network, read: (node: NetworkNode) => Role[]): ParameterSpec[] {
  return network.nodes.flatMap((node, index) =>
    read(node).map(([role, shape]) => ({
      name: `${index}/${role}`,
      node: index,
      role,
      shape,
      trainable: role !== 'mean' && role !== 'variance',
    })),
  );
}
