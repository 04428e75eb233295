import { workerData } from 'node:worker_threads';
import { startEngine } from '../../engine/engine.ts';
import type { EngineRequest } from '../../engine/engine-names.ts';
import { createTask, type TaskConfig } from '../tasks/create-task.ts';
import { answerShares, type WorkerStart } from './answer-shares.ts';

/** What a worker makes its task of. */
export interface WorkerSetup {
  readonly task: TaskConfig;
  readonly engine: EngineRequest;
}

const { setup }: WorkerStart<WorkerSetup> = workerData;
answerShares(await createTask(setup.task, await startEngine(setup.engine)));
