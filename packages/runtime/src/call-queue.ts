/**
 * Runs calls one after another, in the order in which they came. A failed call does not stop the next.
 * Networks and detector keep state of their own while they run, so two calls must not mix.
 */
export class CallQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** @throws what `call` throws */
  run<Result>(call: () => Result | Promise<Result>): Promise<Result> {
    const turn = this.#last.then(call);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
