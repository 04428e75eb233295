import type { Network } from './network.ts';
import type { ParameterRole } from './nodes/node-kind.ts';
import { trainingParameters } from './parameters.ts';
import { sizeOf } from './shape.ts';

/** First values of what is not drawn; otherwise 0. */
const CONSTANTS: Partial<Record<ParameterRole, number>> = { alpha: 0.25, gamma: 1, variance: 1 };

/**
 * The values that training starts from, by `<node>/<role>`: kernels by He et al. 2015 (normal, by fan-in, with the
 * gain of a PReLU at 0.25), slopes 0.25, scales and variances 1, otherwise 0.
 *
 * @param random - uniform in [0, 1)
 */
export function initialParameters(network: Network, random: () => number): Map<string, Float32Array> {
  return new Map(
    trainingParameters(network).map(({ name, role, shape, fanIn }) => {
      const length = sizeOf(shape);
      if (fanIn === undefined) return [name, new Float32Array(length).fill(CONSTANTS[role] ?? 0)];
      const deviation = Math.sqrt(2 / ((1 + 0.25 ** 2) * fanIn));
      // Box–Muller; 1 − random keeps the logarithm finite.
      const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return [name, Float32Array.from({ length }, () => deviation * normal())];
    }),
  );
}
