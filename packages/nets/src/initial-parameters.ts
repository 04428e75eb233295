import type { Network } from './network.ts';
import { kernelDeviation } from './nodes/kernel-deviation.ts';
import type { ParameterRole } from './nodes/node-kind.ts';
import { trainingParameters } from './parameters.ts';
import { sizeOf } from './shape.ts';

/** First values of what is not drawn; otherwise 0. */
const CONSTANTS: Partial<Record<ParameterRole, number>> = { alpha: 0.25, gamma: 1, variance: 1 };

/**
 * The values that training starts from, by `<node>/<role>`: kernels normal with {@link kernelDeviation}, slopes 0.25,
 * scales and variances 1, otherwise 0.
 *
 * @param random - uniform in [0, 1)
 */
export function initialParameters(network: Network, random: () => number): Map<string, Float32Array> {
  return new Map(
    trainingParameters(network).map(({ name, role, shape, fanIn }) => {
      const length = sizeOf(shape);
      if (fanIn === undefined) return [name, new Float32Array(length).fill(CONSTANTS[role] ?? 0)];
      const deviation = kernelDeviation(fanIn);
      // Box–Muller; 1 − random keeps the logarithm finite.
      const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return [name, Float32Array.from({ length }, () => deviation * normal())];
    }),
  );
}
