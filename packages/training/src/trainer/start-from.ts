import { sizeOf, trainingParameters } from '@face-verify/nets';
import type { TrainingTask } from '../tasks/training-task.ts';
import { readCheckpoint } from './checkpoint.ts';
import { layOut, writeVariables } from './parameter-layout.ts';
import { networkFingerprint } from './train.ts';

/**
 * Gives a task's network the averaged values of another run's; what only training has (heads, maps to teachers) stays
 * fresh.
 *
 * @throws {Error} where the checkpoint is missing, damaged or of another network
 */
export function startFrom(task: TrainingTask, checkpoint: string): void {
  const { header, state } = readCheckpoint(checkpoint);
  if (!header.fingerprint.startsWith(`${networkFingerprint(task)}/`))
    throw new Error(`${checkpoint} is of ${header.fingerprint}, not of ${networkFingerprint(task)}.`);
  const { spans } = layOut(task.parameters);
  const length = trainingParameters(task.network).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const network = spans.filter(({ end }) => end <= length);
  writeVariables(task.parameters.slice(0, network.length), network, state.average);
}
