import type { KernelName, StartedKernels } from '@face-verify/kernels';
import {
  createInference,
  foldParameters,
  goldenInput,
  goldenValues,
  INPUT_DIVISORS,
  initialParameters,
  type Network,
} from '@face-verify/nets';
import { timeSpread } from '../bench/time-spread.ts';

/** How long a network takes for one image, or why that was not measured. */
export type Latency =
  | {
      readonly outcome: 'measured';
      readonly medianMs: number;
      readonly runs: number;
      /** Which of ours computed; undefined where TensorFlow.js's did. */
      readonly kernels?: KernelName | undefined;
    }
  | { readonly outcome: 'not-measured'; readonly reason: string };

const MIN_RUNS = 3;
export const MAX_RUNS = 9;

/**
 * Times a network with untrained weights as the SDK computes it on WASM: with kernels of ours, or on tfjs's current backend
 * where there are none or it has a node without one. Nothing of what it computes leaves this function: the time is the same
 * as with trained weights, the embeddings mean nothing.
 *
 * @param budgetMs - about how long the runs may take together; one that takes it all alone is too slow
 */
export async function timeNetwork(network: Network, budgetMs: number, kernels?: StartedKernels): Promise<Latency> {
  const { run, dispose, by } = await prepare(network, kernels);
  const timeRun = async (): Promise<number> => {
    const startMs = performance.now();
    await run();
    return performance.now() - startMs;
  };
  try {
    // Sends the weights to the backend and compiles what has not been compiled.
    await timeRun();
    const warmMs = await timeRun();
    if (warmMs > budgetMs) return { outcome: 'not-measured', reason: 'too slow' };
    const runs = Math.min(MAX_RUNS, Math.max(MIN_RUNS, Math.floor(budgetMs / warmMs)));
    const timesMs: number[] = [];
    for (let i = 0; i < runs; i++) timesMs.push(await timeRun());
    return { outcome: 'measured', medianMs: timeSpread(timesMs).medianMs, runs, kernels: by };
  } finally {
    dispose();
  }
}

async function prepare(network: Network, kernels: StartedKernels | undefined) {
  const weights = foldParameters(network, initialParameters(network, Math.random));
  const program = await kernels?.compile(network, weights, INPUT_DIVISORS.embedder);
  if (program !== undefined) {
    const values = goldenValues(network);
    return { by: kernels?.name, run: async () => void program.runValues(values), dispose: () => {} };
  }
  const inference = createInference(network, weights);
  const input = goldenInput(network);
  const run = async () => {
    const output = inference.run(input);
    await output.data();
    output.dispose();
  };
  const dispose = () => {
    input.dispose();
    inference.dispose();
  };
  return { by: undefined, run, dispose };
}
