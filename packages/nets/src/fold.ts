import type { Network } from './network.ts';
import { inferenceParameters, type ParameterRole, sizeOf } from './parameters.ts';

/** Added to variances; Keras' default, as the papers' code bases. */
export const NORM_EPSILON = 1e-3;

/**
 * Folds batch normalisation into the filters before it.
 *
 * @param values - trained values by `<node>/<role>`, see `trainingParameters`
 * @returns values in the order of `inferenceParameters`
 */
export function foldParameters(network: Network, values: ReadonlyMap<string, Float32Array>): Float32Array[] {
  const read = (node: number, role: ParameterRole) => values.get(`${node}/${role}`);
  const required = (node: number, role: ParameterRole) => {
    const value = read(node, role);
    if (value === undefined) throw new RangeError(`There is no parameter ${node}/${role}.`);
    return value;
  };
  /** What normalisation multiplies and adds, for channel c; nothing where the node has none. */
  const affine = (node: number): ((c: number) => { scale: number; shift: number }) => {
    const gamma = read(node, 'gamma');
    const bias = read(node, 'bias');
    if (gamma === undefined) return (c) => ({ scale: 1, shift: bias?.[c] ?? 0 });
    const [beta, mean, variance] = [required(node, 'beta'), required(node, 'mean'), required(node, 'variance')];
    return (c) => {
      const scale = at(gamma, c) / Math.sqrt(at(variance, c) + NORM_EPSILON);
      return { scale, shift: at(beta, c) + ((bias?.[c] ?? 0) - at(mean, c)) * scale };
    };
  };

  return inferenceParameters(network).map(({ node, role, shape }) => {
    const of = affine(node);
    const channels = network.nodes[node]?.shape[2] as number;
    switch (role) {
      case 'kernel':
        // Output channels are the fastest axis: [k, k, in, out], or [k, k, channels, 1] where depthwise.
        return required(node, 'kernel').map((weight, i) => weight * of(i % channels).scale);
      case 'gamma':
        return Float32Array.from({ length: channels }, (_, c) => of(c).scale);
      case 'beta':
      case 'bias':
        return Float32Array.from({ length: channels }, (_, c) => of(c).shift);
      default:
        return required(node, role).slice(0, sizeOf(shape));
    }
  });
}

function at(values: Float32Array, index: number): number {
  return values[index] as number;
}
