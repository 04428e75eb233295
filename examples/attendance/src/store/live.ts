/** A value that changes, and whoever wants to know. */
export interface Live<Value> {
  readonly current: Value;
  /** Calls with each later value, until the function that it returns is called. */
  watch(listener: (value: Value) => void): () => void;
}

/** A {@link Live} value for whoever sets it. */
export class LiveValue<Value> implements Live<Value> {
  readonly #listeners = new Set<(value: Value) => void>();
  #current: Value;

  constructor(first: Value) {
    this.#current = first;
  }

  get current(): Value {
    return this.#current;
  }

  set(value: Value): void {
    if (value === this.#current) return;
    this.#current = value;
    for (const listener of [...this.#listeners]) listener(value);
  }

  watch(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/**
 * Changes that come within this time are told together, in milliseconds: five thousand by replication are not told one
 * by one.
 */
export const GATHER_MS = 20;

/** Settles once a live value is as wanted; at once where it is already. */
export function untilLive<Value>(live: Live<Value>, wanted: (value: Value) => boolean): Promise<Value> {
  return new Promise((resolve) => {
    if (wanted(live.current)) {
      resolve(live.current);
      return;
    }
    const stop = live.watch((value) => {
      if (!wanted(value)) return;
      stop();
      resolve(value);
    });
  });
}
