import * as tf from '@tensorflow/tfjs-core';
import type { TrainingTask } from '../tasks/training-task.ts';
import { layOut, type ParameterSpan, writeVariables } from './parameter-layout.ts';

/**
 * Computes the gradients of one batch.
 *
 * @param parameters - flat values that the task's variables take first
 * @param gradients - receives the gradients; for statistics, their new values
 * @returns the losses, by name
 */
export async function gradientStep(
  task: TrainingTask,
  parameters: Float32Array,
  gradients: Float32Array,
  pictures: readonly number[],
): Promise<Record<string, number>> {
  const { spans } = layOut(task.parameters);
  writeVariables(task.parameters, spans, parameters);
  const batch = task.batch(pictures);
  const learned = task.parameters.filter(({ treatment }) => treatment !== 'statistic').map(({ variable }) => variable);
  const losses: Record<string, tf.Scalar> = {};
  const { value, grads } = tf.variableGrads(() => {
    const computed = batch.losses();
    for (const [name, loss] of Object.entries(computed)) losses[name] = tf.keep(tf.clone(loss));
    return computed.total;
  }, learned);
  for (const [i, { variable, treatment }] of task.parameters.entries()) {
    const source = treatment === 'statistic' ? variable : grads[variable.name];
    const { start, end } = spans[i] as ParameterSpan;
    if (source) gradients.set(await source.data(), start);
    else gradients.fill(0, start, end);
  }
  const result: Record<string, number> = {};
  for (const [name, loss] of Object.entries(losses)) result[name] = (await loss.data())[0] as number;
  tf.dispose([value, Object.values(grads), Object.values(losses)] as tf.TensorContainer);
  batch.dispose();
  return result;
}
