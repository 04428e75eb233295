import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { startEngine } from '../engine/engine.ts';
import { createInlinePool } from '../learn/trainer/gradient-pool.ts';
import { layOut } from '../learn/trainer/parameter-layout.ts';
import { train } from '../learn/trainer/train.ts';
import { toyRun } from './toy-run.ts';
import { createToyTask } from './toy-task.ts';

/** A step's first picture and its loss in each line. */
export const LOSSES_FILE = 'losses.txt';

/**
 * Trains the toy in the folder given, with a checkpoint after every step; notes the loss of each step as it is known.
 *
 * @param onLoss - called with the number of the step, from 1, when its loss is noted and nothing of it is learned yet
 */
export async function trainToy(
  folder: string,
  steps: number,
  onLoss: (step: number) => void = () => undefined,
): Promise<void> {
  await startEngine('cpu');
  const task = createToyTask();
  const pool = createInlinePool(task, layOut(task.parameters).length);
  const noting = {
    ...pool,
    step: async (pictures: readonly number[]) => {
      const result = await pool.step(pictures);
      const [first = 0] = pictures;
      appendFileSync(path.join(folder, LOSSES_FILE), `${first} ${result.losses.total}\n`);
      onLoss(1 + first / pictures.length);
      return result;
    },
  };
  await train(toyRun(steps), task, noting, { folder, checkpointSeconds: 0 });
}
