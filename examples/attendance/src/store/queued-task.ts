/** A task whose runs wait for each other; one that has not begun serves all who ask for it until it does. */
export class QueuedTask {
  readonly #task: () => Promise<void>;
  #last: Promise<void> = Promise.resolve();
  #isWaiting = false;

  /** @param task - what it rejects with is dropped */
  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  /** Settles when a run that begins after this call has ended. */
  run(): Promise<void> {
    if (this.#isWaiting) return this.#last;
    this.#isWaiting = true;
    this.#last = this.#last
      .then(() => {
        this.#isWaiting = false;
        return this.#task();
      })
      .catch(() => undefined);
    return this.#last;
  }

  /** Settles when no run is left. */
  get ended(): Promise<void> {
    return this.#last;
  }
}
