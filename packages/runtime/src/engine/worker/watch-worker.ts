/** How often a thread that has something to do is asked whether it still answers. */
const PING_EVERY_MS = 15_000;

/** So many questions without a sign of life, and it counts as hanging. A timer of a page that slept goes off once. */
const MAX_UNANSWERED = 4;

/** Notices that another thread has ended, or hangs. */
export class WorkerWatch {
  readonly #ping: () => void;
  readonly #lost: (why: string) => void;
  readonly #ended = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;
  #unanswered = 0;

  /**
   * @param ping - asks the thread for a sign of life
   * @param lost - is told why the thread is lost
   */
  constructor(ping: () => void, lost: (why: string) => void) {
    this.#ping = ping;
    this.#lost = lost;
  }

  /** Expects signs of life from now on; silence is no sign while nobody waits for anything. */
  set waiting(waiting: boolean) {
    if (waiting === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#unanswered = 0;
    this.#timer = waiting ? setInterval(() => this.#ask(), PING_EVERY_MS) : undefined;
  }

  /** There was a sign of life. */
  heard(): void {
    this.#unanswered = 0;
  }

  /** @param lock - which the thread holds until its end */
  async watchLock(lock: string): Promise<void> {
    try {
      await navigator.locks.request(lock, { signal: this.#ended.signal }, () => this.#lost('it has ended'));
    } catch {
      // Not lost, but no longer watched.
    }
  }

  end(): void {
    this.waiting = false;
    this.#ended.abort();
  }

  #ask(): void {
    if (this.#unanswered++ < MAX_UNANSWERED) this.#ping();
    else this.#lost(`it has not answered for ${(MAX_UNANSWERED * PING_EVERY_MS) / 1000} s`);
  }
}
