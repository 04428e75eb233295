import type { TrainingTask } from '../tasks/training-task.ts';
import { gradientStep } from './gradient-step.ts';

/** What computes the gradients of a batch, in one share or several, from one copy of the parameters. */
export interface GradientPool {
  /** Flat values that the next step starts from. */
  readonly parameters: Float32Array;
  /** Of each share, after a step. */
  readonly gradients: readonly Float32Array[];
  /** Splits the pictures evenly and waits for all. @returns the losses of each share */
  step(pictures: readonly number[]): Promise<Record<string, number>[]>;
  close(): Promise<void>;
}

/** Computes in this thread. */
export function createInlinePool(task: TrainingTask, length: number): GradientPool {
  const parameters = new Float32Array(length);
  const gradients = new Float32Array(length);
  return {
    parameters,
    gradients: [gradients],
    step: async (pictures) => [await gradientStep(task, parameters, gradients, pictures)],
    close: async () => undefined,
  };
}
