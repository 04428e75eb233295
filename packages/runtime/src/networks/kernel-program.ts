import type { StartedKernels } from '@face-verify/kernels';
import { goldenValues, INPUT_DIVISORS } from '@face-verify/nets';
import type { Model } from '../weights/load-model.ts';
import type { NetworkProgram } from './network-program.ts';

/**
 * Compiles a model to calls of kernels of our own.
 *
 * @throws {RangeError} where they do not have all that it needs, or there is no room
 */
export async function kernelProgram(
  { compile }: StartedKernels,
  { card, network, weights }: Model,
): Promise<NetworkProgram> {
  const compiled = await compile(network, weights, INPUT_DIVISORS[card.kind]);
  if (compiled === undefined) throw new RangeError(`No kernels compute all of ${network.name}.`);
  return {
    compute: async ({ data }) => compiled.run(data),
    computeGolden: async () => compiled.runValues(goldenValues(network)),
    // Its memory goes with it.
    dispose: () => undefined,
  };
}
