import { workerData } from 'node:worker_threads';
import { startEngine } from '../engine/engine.ts';
import { answerShares, type WorkerStart } from '../learn/trainer/answer-shares.ts';
import { createToyTask } from './toy-task.ts';

/** A worker that computes the toy's gradients. */
const { setup }: WorkerStart<Parameters<typeof createToyTask>> = workerData;
await startEngine('cpu');
answerShares(createToyTask(...setup));
