import PouchDB, { type Sync } from 'pouchdb-browser';
import type { Database } from './database.ts';
import type { DeviceClock } from './device-clock.ts';
import { type Live, LiveValue } from './live.ts';
import { authorisation, type ServerAddress } from './server-address.ts';

/** Whether this kiosk shares with others now. Whatever it says, what is recorded is saved here. */
export type ConnectionState =
  /** No server was given. */
  | { readonly state: 'alone' }
  | { readonly state: 'connecting' }
  /** @property waiting - whether something here has not reached the server yet */
  | { readonly state: 'connected'; readonly waiting: boolean }
  /** Nothing answers there: the network, or the server. */
  | { readonly state: 'unreachable' }
  /** It answers, and does not let this kiosk in. */
  | { readonly state: 'refused' }
  /** It answers, and has no such database. */
  | { readonly state: 'no-database' };

export interface ProbeTimes {
  readonly connectedMs: number;
  readonly unreachableMs: number;
  readonly patienceMs: number;
}

const PROBE: ProbeTimes = { connectedMs: 15_000, unreachableMs: 3000, patienceMs: 5000 };

/**
 * Replicates with one server both ways, for as long as it takes. PouchDB does not say whether the server is there, so
 * it is asked again and again; when it comes back, replication begins anew at once instead of after PouchDB's pause.
 */
export class Replication {
  readonly #database: Database;
  readonly #server: ServerAddress;
  readonly #clock: DeviceClock;
  readonly #times: ProbeTimes;
  readonly #remote: PouchDB;
  readonly #state = new LiveValue<ConnectionState>({ state: 'connecting' });
  readonly #unwatch: readonly (() => void)[];
  readonly #probeSoon = () => void this.#probe();
  #sync: Sync | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #compactServer = false;

  constructor(database: Database, server: ServerAddress, clock: DeviceClock, times: ProbeTimes = PROBE) {
    this.#database = database;
    this.#server = server;
    this.#clock = clock;
    this.#times = times;
    const auth = server.user === undefined ? {} : { auth: { username: server.user, password: server.password ?? '' } };
    this.#remote = new PouchDB(server.url, { skip_setup: true, ...auth });
    this.#unwatch = [
      database.onChange(() => this.#waiting(true)),
      database.pouch.watch(() => {
        if (this.#sync !== undefined) this.#begin();
      }),
    ];
    addEventListener('online', this.#probeSoon);
    addEventListener('offline', this.#probeSoon);
    void this.#probe();
  }

  get state(): Live<ConnectionState> {
    return this.#state;
  }

  /** Sends everything once, e.g. before this kiosk erases itself. @returns whether all of it arrived */
  async push(): Promise<boolean> {
    try {
      return (await this.#database.pouch.current.replicate.to(this.#remote)).ok;
    } catch {
      return false;
    }
  }

  /** Asks the server to drop old revisions, now or when it is back; it may leave that to an administrator. */
  compactServer(): void {
    this.#compactServer = true;
    void this.#tidyServer();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    removeEventListener('online', this.#probeSoon);
    removeEventListener('offline', this.#probeSoon);
    for (const unwatch of this.#unwatch) unwatch();
    this.#sync?.cancel();
    this.#state.set({ state: 'alone' });
  }

  async #probe(): Promise<void> {
    clearTimeout(this.#timer);
    const response = await this.#clock.ask(this.#server.url, {
      headers: { accept: 'application/json', ...authorisation(this.#server) },
      credentials: 'omit',
      signal: AbortSignal.timeout(this.#times.patienceMs),
    });
    // Replication may have found no room, and PouchDB then answers nothing any more.
    await this.#database.ensureOpen().catch(() => undefined);
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#meet(response);
    const { connectedMs, unreachableMs } = this.#times;
    const again = this.#state.current.state === 'connected' ? connectedMs : unreachableMs;
    this.#timer = setTimeout(this.#probeSoon, again);
  }

  #meet(response: Response | undefined): void {
    const was = this.#state.current.state;
    if (response?.ok === true) {
      if (was === 'connected') return;
      this.#state.set({ state: 'connected', waiting: true });
      this.#begin();
      void this.#tidyServer();
      return;
    }
    const state = stateOf(response?.status);
    if (was !== state) this.#state.set({ state });
  }

  #begin(): void {
    this.#sync?.cancel();
    const sync = this.#database.pouch.current.sync(this.#remote, { live: true, retry: true });
    this.#sync = sync;
    // Up to date in both directions, unless the server is gone: PouchDB pauses alike, and the probe tells.
    sync.on('paused', () => {
      if (this.#sync === sync) void this.#confirm();
    });
    sync.on('error', () => {
      if (this.#sync === sync) this.#probeSoon();
    });
  }

  /** After a pause: all has arrived where the server is still there. */
  async #confirm(): Promise<void> {
    await this.#probe();
    this.#waiting(false);
  }

  #waiting(waiting: boolean): void {
    const { current } = this.#state;
    if (current.state === 'connected' && current.waiting !== waiting) this.#state.set({ state: 'connected', waiting });
  }

  async #tidyServer(): Promise<void> {
    if (!this.#compactServer || this.#state.current.state !== 'connected') return;
    this.#compactServer = false;
    try {
      await this.#remote.compact();
    } catch {
      // Only administrators may; CouchDB does it by itself in time, and the keys are gone either way.
    }
  }
}

function stateOf(status: number | undefined): 'unreachable' | 'refused' | 'no-database' {
  if (status === 401 || status === 403) return 'refused';
  return status === 404 ? 'no-database' : 'unreachable';
}
