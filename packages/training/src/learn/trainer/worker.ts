import { parentPort, workerData } from 'node:worker_threads';
import { type EngineRequest, startEngine } from '../../engine/engine.ts';
import { createTask, type TaskConfig } from '../tasks/create-task.ts';
import { gradientStep } from './gradient-step.ts';

/** What a worker is given at its start; the arrays are shared memory. */
export interface WorkerSetup {
  readonly task: TaskConfig;
  readonly engine: EngineRequest;
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
}

/** One share of a batch, computed on a thread of its own: two single threads are faster than one with two. */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker.');
const { task: config, engine, parameters, gradients }: WorkerSetup = workerData;
const task = await createTask(config, await startEngine(engine));
port.on('message', async (pictures: number[]) => {
  port.postMessage(await gradientStep(task, parameters, gradients, pictures));
});
port.postMessage('ready');
