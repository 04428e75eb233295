import { FaceVerifyError } from '@face-verify/core';
import { abortedError } from './abort.ts';

/** How long a call's result is wanted: until its caller aborts or its verifier is disposed of. */
export class CallScope {
  readonly #over = new AbortController();
  readonly #forget: () => void;

  /**
   * @param caller - of the call's options
   * @param disposal - aborted when the verifier is disposed of
   */
  constructor(caller?: AbortSignal, disposal?: AbortSignal) {
    const ends = [
      [disposal, () => new FaceVerifyError('disposed', 'This face verifier has been disposed of.')],
      [caller, () => abortedError(caller as AbortSignal)],
    ] as const;
    const forgets = ends.map(([signal, reason]) => onAbort(signal, () => this.#over.abort(reason())));
    this.#forget = () => {
      for (const forget of forgets) forget();
    };
  }

  /** Aborted when the call is over, for what works for it. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** @throws {FaceVerifyError} `aborted`, `disposed` */
  throwIfOver(): void {
    this.#over.signal.throwIfAborted();
  }

  /**
   * What `wait` gives, or why the call is over, whichever comes first.
   *
   * @throws {FaceVerifyError} `aborted`, `disposed`; or what `wait` rejects with
   */
  orOver<Result>(wait: Promise<Result>): Promise<Result> {
    const { signal } = this.#over;
    return new Promise((resolve, reject) => {
      const forget = onAbort(signal, () => reject(signal.reason));
      wait.then(resolve, reject).finally(forget);
    });
  }

  /** Lets go of the caller's signal, which may outlive many calls. */
  close(): void {
    this.#forget();
  }
}

/** @returns what takes the listener away */
function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener();
  signal?.addEventListener('abort', listener, { once: true });
  return () => signal?.removeEventListener('abort', listener);
}
