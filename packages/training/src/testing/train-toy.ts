import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { startEngine } from '../engine/engine.ts';
import { createInlinePool } from '../learn/trainer/gradient-pool.ts';
import { layOut } from '../learn/trainer/parameter-layout.ts';
import { train } from '../learn/trainer/train.ts';
import { TOY_RUN } from './toy-run.ts';
import { createToyTask } from './toy-task.ts';

/** Trains the toy in the folder given, as a process that a test may kill; notes each step's loss as it is known. */
const folder = process.argv[2] as string;
await startEngine('cpu');
const task = createToyTask();
const pool = createInlinePool(task, layOut(task.parameters).length);
const noting = {
  ...pool,
  step: async (pictures: readonly number[]) => {
    const result = await pool.step(pictures);
    appendFileSync(path.join(folder, 'losses.txt'), `${pictures[0]} ${result.losses.total}\n`);
    return result;
  },
};
await train(TOY_RUN, task, noting, { folder, checkpointSeconds: 0 });
