import type { InferenceKernels } from '@face-verify/nets';
import type * as tf from '@tensorflow/tfjs-core';
import { type KernelName, kernelBinaries } from './kernel-binary.ts';
import { tfjsMemory } from './tfjs-memory.ts';
import { type KernelExports, wasmKernels } from './wasm-kernels.ts';

/** Kernels that run, and which they are. */
export interface StartedKernels {
  readonly name: KernelName;
  readonly kernels: InferenceKernels;
}

/**
 * Starts the fastest kernels that the browser takes, in the memory of a backend. They compute on that backend only, and
 * what they compute has to be compared with something that is known to be right.
 *
 * @param backend - tfjs's on WASM, with one thread
 * @param only - not the fastest, but these
 * @returns undefined where they cannot be used: then tfjs's own kernels compute
 */
export async function startKernels(backend: tf.KernelBackend, only?: KernelName): Promise<StartedKernels | undefined> {
  const memory = tfjsMemory(backend);
  const binary = kernelBinaries().find(([name]) => only === undefined || name === only);
  if (memory === undefined || binary === undefined) return undefined;
  const [name, bytes] = binary;
  try {
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory: memory.memory } });
    return { name, kernels: wasmKernels(instance.exports as unknown as KernelExports, memory) };
  } catch {
    // A memory of another kind, such as one that threads share, or a policy.
    return undefined;
  }
}
