import { trainingParameters } from '@face-verify/nets';
import type { TrainingTask } from '../tasks/training-task.ts';
import { readCheckpoint } from './checkpoint.ts';
import { writeVariables } from './parameter-layout.ts';
import { networkFingerprint } from './train.ts';

/**
 * Gives a task's parameters the averaged values that another run has under the same names: the whole network, and what
 * else training has where it is of the same size. The rest stays fresh.
 *
 * @returns how many pictures that run had seen
 * @throws {Error} where the checkpoint is missing, damaged, or of another network
 */
export function startFrom(task: TrainingTask, checkpoint: string): number {
  const { header, state } = readCheckpoint(checkpoint);
  if (!header.fingerprint.startsWith(`${networkFingerprint(task)}/`))
    throw new Error(`${checkpoint} is of ${header.fingerprint}, not of ${networkFingerprint(task)}.`);
  const stored = new Map(header.parameters.map((parameter) => [parameter.name, parameter]));
  const missing = trainingParameters(task.network).find(({ name }) => !stored.has(name));
  if (missing)
    throw new Error(`${checkpoint} does not name its parameters (no ${missing.name}): train that run on first.`);
  const taken = task.parameters.flatMap((parameter) => {
    const from = stored.get(parameter.name);
    return from && from.end - from.start === parameter.variable.size ? [{ parameter, from }] : [];
  });
  writeVariables(
    taken.map(({ parameter }) => parameter),
    taken.map(({ from }) => from),
    state.average,
  );
  return state.picture;
}
