import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocalDate } from '../../domain/place-time.ts';
import type { LiveLogPart, LogPart } from '../../store/log-repository.ts';
import type { AttendanceStore } from '../../store/open-store.ts';

/** A part of the log for a view: kept up to date while the view is in the page. */
export class WatchedLog implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #watched: LiveLogPart | undefined;
  #unwatch = () => {};
  /** Counts what was asked for: only the last counts. */
  #wish = 0;
  #range = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Undefined until it was read. */
  get part(): LogPart | undefined {
    return this.#watched?.current;
  }

  /** Shows these dates, both included; the same ones again change nothing. */
  show(store: Pick<AttendanceStore, 'log'>, from: LocalDate, to: LocalDate): void {
    const range = `${from} ${to}`;
    if (range === this.#range) return;
    this.#range = range;
    void this.#watch(store, from, to);
  }

  hostDisconnected(): void {
    this.#wish += 1;
    this.#range = '';
    this.#take(undefined);
  }

  async #watch(store: Pick<AttendanceStore, 'log'>, from: LocalDate, to: LocalDate): Promise<void> {
    this.#wish += 1;
    const wish = this.#wish;
    const watched = await store.log.watchBetween(from, to);
    if (wish === this.#wish) this.#take(watched);
    else watched.stop();
  }

  #take(watched: LiveLogPart | undefined): void {
    this.#unwatch();
    this.#watched?.stop();
    this.#watched = watched;
    this.#unwatch = watched?.watch(() => this.#host.requestUpdate()) ?? (() => {});
    this.#host.requestUpdate();
  }
}
