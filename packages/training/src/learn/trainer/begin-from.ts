import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TrainingTask } from '../tasks/training-task.ts';
import { startFrom } from './start-from.ts';
import { startFromWeights } from './start-from-weights.ts';

/**
 * Gives a task the values of the run of a name or, where that has no checkpoint, of the model that ships under it.
 *
 * @param checkpoint - file of the run
 * @returns what the task begins with, in words
 * @throws {Error} where there is neither, or what there is does not fit; see {@link startFrom},
 *   {@link startFromWeights}
 */
export function beginFrom(task: TrainingTask, name: string, checkpoint: string, modelsFolder: string): string {
  if (existsSync(checkpoint)) return `run ${name} at picture ${startFrom(task, checkpoint)}`;
  const model = path.join(modelsFolder, name);
  if (!existsSync(model)) {
    throw new Error(`There is nothing called ${name} to begin from: neither the run ${checkpoint} nor ${model}.`);
  }
  startFromWeights(task, name, modelsFolder);
  return `the shipped weights of ${name}`;
}
