import { type ClockState, checkClock, readServerDate, type ServerReading } from '../domain/clock-check.ts';
import type { Instant } from '../domain/instant.ts';

/** A device whose clocks moved apart by more was set, or slept: what was read before says nothing any more. */
const DRIFT_MS = 1000;

/** What is known of this device's clock, from servers that said what time it is. */
export class DeviceClock {
  #reading: ServerReading | undefined;
  /** Of the clock on the wall over the one that only counts, at the reading. */
  #offsetMs = 0;

  /** What the clock says now, and whether to believe it. */
  check(lastRecord: Instant | undefined): ClockState {
    if (Math.abs(offsetMs() - this.#offsetMs) > DRIFT_MS) this.#reading = undefined;
    return checkClock(Date.now(), { server: this.#reading, lastRecord });
  }

  /**
   * Asks a server for the time; where it does not answer, or lets no page read its `Date`, what was known stays.
   *
   * @param url - of any server; the page's own always lets itself be read
   */
  async ask(url: string, init: RequestInit = {}): Promise<Response | undefined> {
    const sentMs = Date.now();
    try {
      const response = await fetch(url, { cache: 'no-store', ...init });
      const reading = readServerDate(response.headers.get('date'), sentMs, Date.now());
      if (reading !== undefined) {
        this.#reading = reading;
        this.#offsetMs = offsetMs();
      }
      return response;
    } catch {
      return undefined;
    }
  }
}

function offsetMs(): number {
  return Date.now() - performance.now();
}
