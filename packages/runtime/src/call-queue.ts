import { abortedError, throwIfAborted } from './abort.ts';

/**
 * Runs calls one after another, in the order in which they came. A failed call does not stop the next.
 * The networks and the detector keep state of their own while they run, so two calls must not mix.
 */
export class CallQueue {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param signal - rejects at once, waiting or running; a running call ends at its own next look at the signal
   * @throws {FaceVerifyError} `aborted`; or what `call` throws
   */
  run<Result>(call: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const turn = this.#last.then(() => {
      throwIfAborted(signal);
      return call();
    });
    this.#last = turn.catch(() => undefined);
    return signal === undefined ? turn : orAborted(turn, signal);
  }
}

function orAborted<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(abortedError(signal));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
