import { type Network, operationsOf } from './network.ts';
import type { ParameterRole } from './nodes/node-kind.ts';
import { inferenceParameters, trainingParameters } from './parameters.ts';

/**
 * Values from which training can go on: the inverse of `foldParameters`, up to what folding has lost. Statistics of
 * normalisation are made up; until `Trainable.settle` has made them those of images, the network computes what it
 * did with the kept ones only.
 *
 * @param weights - values in the order of `inferenceParameters`
 * @returns values by `<node>/<role>`, for every one of `trainingParameters`
 * @throws {RangeError} where a value is missing
 */
export function unfoldParameters(network: Network, weights: readonly Float32Array[]): Map<string, Float32Array> {
  const folded = new Map(inferenceParameters(network).map(({ name }, i) => [name, weights[i]]));
  const unfolded = operationsOf(network).map(({ id, kind, node }) =>
    kind.unfold(node, (role) => present(folded.get(`${id}/${role}`), id, role)),
  );
  return new Map(
    trainingParameters(network).map(({ name, node, role }) => [name, present(unfolded[node - 1]?.[role], node, role)]),
  );
}

function present(value: Float32Array | undefined, node: number, role: ParameterRole): Float32Array {
  if (value === undefined) throw new RangeError(`There is no value for ${node}/${role}.`);
  return value;
}
