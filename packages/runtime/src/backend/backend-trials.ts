const KEY = 'face-verify trials';

/** A device has few GPUs; more entries are of versions that are gone. */
const MAX_ENTRIES = 8;

/** Whoever notes which backend is being started, so that one that takes the tab down is known the next time. */
export interface TrialNotes {
  /** @param trial - version and device; the backend is started when this has ended */
  begin(trial: string): Promise<void>;
  /** The backend has started, or failed and told so, or nobody waits for it any more. */
  end(): void;
  /** Whoever started it has died: the note stays. */
  leave(): void;
}

/** Notes of this device, where its browser keeps any; one trial at a time. */
export class BackendTrials implements TrialNotes {
  #noted: string | undefined;
  #running = new AbortController();

  async begin(trial: string): Promise<void> {
    this.end();
    const running = new AbortController();
    this.#running = running;
    await holdLock(lockOf(trial), running.signal);
    if (running.signal.aborted || isHidden()) return;
    this.#noted = trial;
    change((trials) => [...trials, trial]);
    // A tab that is left in the middle of it, or put aside and then discarded, was not taken down.
    globalThis.addEventListener('pagehide', () => this.#forget(), running);
    globalThis.document?.addEventListener('visibilitychange', () => isHidden() && this.#forget(), running);
  }

  end(): void {
    this.#forget();
    this.leave();
  }

  leave(): void {
    this.#running.abort();
    this.#noted = undefined;
  }

  #forget(): void {
    const noted = this.#noted;
    this.#noted = undefined;
    if (noted === undefined) return;
    change((trials) => trials.toSpliced(trials.indexOf(noted), trials.includes(noted) ? 1 : 0));
  }
}

/** Trials of which nobody heard the end, and which no tab is at. */
export async function unfinishedTrials(): Promise<readonly string[]> {
  const noted = read();
  if (noted.length === 0) return [];
  const { held = [] } = await (async () => navigator.locks.query())().catch(() => ({ held: [] }));
  const countOf = (list: readonly (string | undefined)[], wanted: string) =>
    list.filter((name) => name === wanted).length;
  const names = held.map(({ name }) => name);
  return [...new Set(noted)].filter((trial) => countOf(noted, trial) > countOf(names, lockOf(trial)));
}

function isHidden(): boolean {
  return globalThis.document?.hidden ?? false;
}

function lockOf(trial: string): string {
  return `face-verify trial ${trial}`;
}

/** Until the signal; together with other tabs that try the same. At once where there are no locks. */
function holdLock(name: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const untilTheEnd = () => {
      resolve();
      return new Promise<void>((release) => signal.addEventListener('abort', () => release(), { once: true }));
    };
    (async () => navigator.locks.request(name, { mode: 'shared' }, untilTheEnd))().catch(() => resolve());
  });
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((trial) => typeof trial === 'string') : [];
  } catch {
    // Private windows, blocked storage, workers: nothing is known.
    return [];
  }
}

function change(next: (trials: readonly string[]) => readonly string[]): void {
  try {
    globalThis.localStorage.setItem(KEY, JSON.stringify(next(read()).slice(-MAX_ENTRIES)));
  } catch {
    // As above.
  }
}
