import type { Direction } from '../domain/check-in.ts';
import type { Instant } from '../domain/instant.ts';
import type { PersonId } from '../domain/person.ts';
import { addDays, type LocalDate } from '../domain/place-time.ts';
import type { LiveLogPart } from '../store/log-repository.ts';
import type { AttendanceStore } from '../store/open-store.ts';

interface LatestRecord {
  readonly instant: Instant;
  readonly direction: Direction;
}

/** A shift lasts two days at most, and a zone may be a day ahead. */
const DAYS_BACK = 3;

/** Each person's latest record that counts, of this kiosk and all others. */
export class LatestRecords {
  readonly #log: AttendanceStore['log'];
  readonly #latest = new Map<PersonId, LatestRecord>();
  #today: LocalDate | undefined;
  #part: LiveLogPart | undefined;

  constructor(log: AttendanceStore['log']) {
    this.#log = log;
  }

  of(person: PersonId): LatestRecord | undefined {
    return this.#latest.get(person);
  }

  /** Follows the log around this date; to be called again when the day changes. */
  async follow(today: LocalDate): Promise<void> {
    if (this.#today === today) return;
    this.#today = today;
    const part = await this.#log.watchBetween(addDays(today, -DAYS_BACK), addDays(today, 1));
    if (this.#today !== today) {
      part.stop();
      return;
    }
    this.#part?.stop();
    this.#part = part;
    part.watch(() => this.#read(part));
    this.#read(part);
  }

  stop(): void {
    this.#today = undefined;
    this.#part?.stop();
    this.#part = undefined;
  }

  #read({ current: { records } }: LiveLogPart): void {
    this.#latest.clear();
    for (const { struck, person, instant, direction } of records) {
      if (!struck) this.#latest.set(person, { instant, direction });
    }
  }
}
