import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EngineRequest } from '../../engine/engine.ts';
import type { TaskConfig } from '../tasks/create-task.ts';
import type { GradientPool } from './gradient-pool.ts';
import type { WorkerSetup } from './worker.ts';

/** One thread for each share: two threads of one worker each are faster than one worker with two. */
export async function startWorkers(
  count: number,
  task: TaskConfig,
  engine: EngineRequest,
  length: number,
): Promise<GradientPool> {
  const parameters = sharedFloats(length);
  const gradients = Array.from({ length: count }, () => sharedFloats(length));
  const workers = gradients.map((own) => {
    const workerData: WorkerSetup = { task, engine, parameters, gradients: own };
    return new Worker(new URL('./worker-start.mjs', import.meta.url), { workerData });
  });
  // `once` rejects if the worker fails before it answers.
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return {
    parameters,
    gradients,
    step: (pictures) => {
      const share = Math.ceil(pictures.length / workers.length);
      return Promise.all(
        workers.map(async (worker, i) => {
          worker.postMessage(pictures.slice(i * share, (i + 1) * share));
          const [losses] = await once(worker, 'message');
          return losses as Record<string, number>;
        }),
      );
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(4 * length));
}
