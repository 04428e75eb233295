import { unfoldParameters } from '@face-verify/nets';
import { readModelCard, readModelWeights } from '../../engine/read-model.ts';
import type { TrainingTask } from '../tasks/training-task.ts';
import { writeVariables } from './parameter-layout.ts';

/** The run's first pictures: a channel's deviation over 256 is right to one part in twenty, or better where maps are. */
const SETTLING_BATCHES = Array.from({ length: 8 }, (_, batch) => Array.from({ length: 32 }, (_, i) => 32 * batch + i));

/**
 * Gives a task's network the weights of a model as it ships. Folding has lost the statistics of normalisation; they
 * become those of training pictures. What only training has stays fresh.
 *
 * @param id - folder name in `modelsFolder`
 * @param batches - pictures to settle on, by their positions in the run
 * @throws {FaceVerifyError} `asset-unavailable` where there is no such model, `topology-mismatch`, `weights-corrupt`
 */
export function startFromWeights(
  task: TrainingTask,
  id: string,
  modelsFolder: string,
  batches: readonly (readonly number[])[] = SETTLING_BATCHES,
): void {
  const weights = readModelWeights(readModelCard(id, modelsFolder), task.network, modelsFolder);
  const values = unfoldParameters(task.network, weights);
  for (const parameter of task.parameters) {
    const value = values.get(parameter.name);
    if (value) writeVariables([parameter], [{ start: 0, end: value.length }], value);
  }
  for (const [past, pictures] of batches.entries()) task.settle(pictures, past);
}
