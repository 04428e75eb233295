import { CallQueue } from '../call-queue.ts';

/**
 * Does one thing at a time on tfjs, which has one engine for all verifiers of the page: while one of them starts a
 * backend, another could neither start one nor compute.
 *
 * @param act - no longer than it takes to choose a backend and to call its kernels; results are waited for elsewhere
 */
export function onEngine<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  return queue.run(act);
}

const queue = new CallQueue();
