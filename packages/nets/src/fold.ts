import { type Network, operationsOf } from './network.ts';

/**
 * Folds batch normalisation into the filters before it.
 *
 * @param values - trained values by `<node>/<role>`, see `trainingParameters`
 * @returns values in the order of `inferenceParameters`
 * @throws {RangeError} where a value is missing
 */
export function foldParameters(network: Network, values: ReadonlyMap<string, Float32Array>): Float32Array[] {
  return operationsOf(network).flatMap(({ id, kind, node }) =>
    kind.fold(node, (role) => {
      const value = values.get(`${id}/${role}`);
      if (value === undefined) throw new RangeError(`There is no parameter ${id}/${role}.`);
      return value;
    }),
  );
}
