import type { ClockState } from './clock-check.ts';
import { msOf } from './instant.ts';
import type { PersonId } from './person.ts';
import { type LocalDate, type PlaceTime, placeTimeAt } from './place-time.ts';

/** Sorts by local date, then by time; no two kiosks make the same. */
export type CheckInId = string & { readonly brand?: 'check-in' };
export type KioskId = string & { readonly brand?: 'kiosk' };

export type Direction = 'in' | 'out';

/** What showed who it was. Never how similar a face was. */
export type CheckInWay = 'face' | 'pin' | 'card' | 'correction';

/** One line of the log: written once, never changed. */
export interface CheckIn extends PlaceTime {
  readonly id: CheckInId;
  readonly person: PersonId;
  readonly direction: Direction;
  readonly kiosk: KioskId;
  readonly how: CheckInWay;
  /** What was known of the kiosk's clock then. */
  readonly clock: ClockState;
}

/** What a check-in is made of. */
export interface CheckInFacts {
  readonly person: PersonId;
  readonly direction: Direction;
  readonly kiosk: KioskId;
  readonly how: CheckInWay;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly zone: string;
  readonly clock: ClockState;
}

export function createCheckIn({ atMs, zone, ...facts }: CheckInFacts): CheckIn {
  const time = placeTimeAt(atMs, zone);
  return { ...facts, ...time, id: logId(time) };
}

/** An id by which entries of a log are found by date and sorted by time. */
export function logId({ localDate, instant }: Pick<PlaceTime, 'localDate' | 'instant'>): string {
  return `${localDate}:${String(msOf(instant)).padStart(15, '0')}:${crypto.randomUUID()}`;
}

/** The date by which an entry of that id is found. */
export function dateOfId(id: string): LocalDate {
  return id.slice(0, 'yyyy-mm-dd'.length);
}

/** Whether an id is what {@link logId} makes of a date and an instant. */
export function isLogId(id: string, { instant, localDate }: Pick<PlaceTime, 'instant' | 'localDate'>): boolean {
  return id.startsWith(`${localDate}:${String(msOf(instant)).padStart(15, '0')}:`);
}
