import { parentPort, workerData } from 'node:worker_threads';
import type { TrainingTask } from '../tasks/training-task.ts';
import { gradientStep } from './gradient-step.ts';

/** What a pool gives a worker at its start; the arrays are shared memory. */
export interface WorkerStart<Setup> {
  /** Of the module that the worker runs. */
  readonly url: string;
  /** What that makes its task of. */
  readonly setup: Setup;
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
}

/** Computes one share of a batch after the other, as a worker of a pool. */
export function answerShares(task: TrainingTask): void {
  const port = parentPort;
  if (port === null) throw new Error('Only a worker answers.');
  const { parameters, gradients }: WorkerStart<unknown> = workerData;
  port.on('message', async (pictures: number[]) => {
    port.postMessage(await gradientStep(task, parameters, gradients, pictures));
  });
  port.postMessage('ready');
}
