import type { Network } from '@face-verify/nets';
import { type CompiledNetwork, compileNetwork } from './compile-network.ts';
import { type KernelName, kernelBinaries } from './kernel-binary.ts';
import type { KernelExports } from './kernel-exports.ts';

/** Kernels that the browser takes. */
export interface StartedKernels {
  readonly name: KernelName;
  /**
   * Makes a program of a network. What it computes has to be compared with something that is known to be right.
   *
   * @param weights - one array for each of `inferenceParameters`, in that order
   * @param divisor - of values of pixels, from the middle of their range
   * @returns undefined where it has a node that no kernel computes
   * @throws {FaceVerifyError} `weights-corrupt` where the arrays do not fit the network
   * @throws {RangeError} where there is no room
   */
  compile(network: Network, weights: readonly Float32Array[], divisor: number): Promise<CompiledNetwork | undefined>;
}

/**
 * Starts the fastest kernels that the browser takes.
 *
 * @param only - not the fastest, but these
 * @returns undefined where there are none, or a policy forbids them
 */
export async function startKernels(only?: KernelName): Promise<StartedKernels | undefined> {
  const binary = kernelBinaries().find(([name]) => only === undefined || name === only);
  if (binary === undefined) return undefined;
  const [name, bytes] = binary;
  try {
    const module = await WebAssembly.compile(bytes);
    const startIn = async (memory: WebAssembly.Memory) =>
      (await WebAssembly.instantiate(module, { env: { memory } })).exports as unknown as KernelExports;
    return {
      name,
      compile: (network, weights, divisor) => compileNetwork(network, weights, divisor, startIn),
    };
  } catch {
    return undefined;
  }
}
