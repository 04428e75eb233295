import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WorkerStart } from './answer-shares.ts';
import { type GradientPool, type PoolWorker, stepOver } from './gradient-pool.ts';
import type { WorkerSetup } from './worker.ts';

const WORKER = new URL('./worker.ts', import.meta.url);

/**
 * One thread for each share: two threads of one worker each are faster than one worker with two.
 *
 * @param length - of all parameters
 * @param module - what makes a task of the setup and answers with `answerShares`
 */
export async function startWorkers<Setup = WorkerSetup>(
  count: number,
  length: number,
  setup: Setup,
  module: URL = WORKER,
): Promise<GradientPool> {
  const parameters = sharedFloats(length);
  const threads = Array.from({ length: count }, () => {
    const gradients = sharedFloats(length);
    const workerData: WorkerStart<Setup> = { url: module.href, setup, parameters, gradients };
    return { gradients, thread: new Worker(new URL('./worker-start.mjs', import.meta.url), { workerData }) };
  });
  // `once` rejects if the worker fails before it answers.
  await Promise.all(threads.map(({ thread }) => once(thread, 'message')));
  const workers = threads.map(({ gradients, thread }): PoolWorker => {
    return {
      gradients,
      compute: async (pictures) => {
        thread.postMessage(pictures);
        const [losses] = await once(thread, 'message');
        return losses;
      },
    };
  });
  return {
    parameters,
    step: stepOver(workers),
    close: async () => {
      await Promise.all(threads.map(({ thread }) => thread.terminate()));
    },
  };
}

function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(4 * length));
}
