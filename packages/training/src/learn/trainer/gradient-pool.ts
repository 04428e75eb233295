import type { TrainingTask } from '../tasks/training-task.ts';
import { type BatchResult, meanOverPictures, splitBatch } from './batch-shares.ts';
import { gradientStep } from './gradient-step.ts';

/** What computes the gradients of a batch, in one share or several, from one copy of the parameters. */
export interface GradientPool {
  /** Flat values that the next step starts from. */
  readonly parameters: Float32Array;
  /**
   * Shares the pictures out and waits for all.
   *
   * @returns means over the pictures
   * @throws {RangeError} where there is no picture
   */
  step(pictures: readonly number[]): Promise<BatchResult>;
  close(): Promise<void>;
}

/** One of those who compute at the same time. */
export interface PoolWorker {
  /** Overwritten by every computation. */
  readonly gradients: Float32Array;
  /** @returns the losses of the pictures, by name; the gradients lie ready then */
  compute(pictures: readonly number[]): Promise<Record<string, number>>;
}

/** @returns `step` of a {@link GradientPool} */
export function stepOver(workers: readonly PoolWorker[]): GradientPool['step'] {
  return async (pictures) => {
    const shares = splitBatch(pictures, workers.length).map(async (share, i) => {
      const { compute, gradients } = workers[i] as PoolWorker;
      return { pictures: share.length, losses: await compute(share), gradients };
    });
    return meanOverPictures(await Promise.all(shares));
  };
}

/** Computes in this thread. */
export function createInlinePool(task: TrainingTask, length: number): GradientPool {
  const parameters = new Float32Array(length);
  const gradients = new Float32Array(length);
  const compute = (pictures: readonly number[]) => gradientStep(task, parameters, gradients, pictures);
  return { parameters, step: stepOver([{ gradients, compute }]), close: async () => undefined };
}
