import { reduceSession } from './reduce-session.ts';
import type { SessionEvent } from './session-event.ts';
import { IDLE_SESSION, type SessionModel, type SessionRules } from './session-model.ts';

type Untimed<Event> = Event extends SessionEvent ? Omit<Event, 'atMs'> : never;

/** An event that happens now. */
export type NewEvent = Untimed<SessionEvent>;

/** Keeps what a session knows, and tells of each change, one after the other. */
export class SessionStore {
  #model: SessionModel = IDLE_SESSION;
  #rules: SessionRules;
  readonly #listeners = new Set<(model: SessionModel, before: SessionModel) => void>();
  readonly #events: SessionEvent[] = [];
  #isTelling = false;

  constructor(rules: SessionRules) {
    this.#rules = rules;
  }

  get model(): SessionModel {
    return this.#model;
  }

  /** What becomes known while loading. */
  set rules(rules: SessionRules) {
    this.#rules = rules;
  }

  /** @returns what takes the listener away */
  subscribe(listener: (model: SessionModel, before: SessionModel) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** An event that a listener causes waits until all have heard of the one before. */
  dispatch(event: NewEvent): void {
    this.#events.push({ ...event, atMs: performance.now() } as SessionEvent);
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      for (let next = this.#events.shift(); next !== undefined; next = this.#events.shift()) this.#apply(next);
    } finally {
      this.#isTelling = false;
    }
  }

  #apply(event: SessionEvent): void {
    const before = this.#model;
    this.#model = reduceSession(before, event, this.#rules);
    if (this.#model === before) return;
    for (const listener of [...this.#listeners]) {
      try {
        listener(this.#model, before);
      } catch (error) {
        // A view that fails takes nothing from the session; it is told as any error that nobody catches.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
