import { Temporal } from 'temporal-polyfill';
import { type Instant, instantAt, isInstant, msOf } from './instant.ts';

/** A calendar date at the place: `2026-11-28`. Texts of this form sort by time. */
export type LocalDate = string;

/** A time of day at the place, with seconds: `07:30:00`. */
export type LocalTime = string;

/** A moment and what the clock on the wall of the place said then. */
export interface PlaceTime {
  readonly instant: Instant;
  /** IANA name, e.g. `Europe/Amsterdam`. */
  readonly zone: string;
  readonly localDate: LocalDate;
  readonly localTime: LocalTime;
}

/**
 * What the wall clock of a place says at a moment.
 *
 * @param ms - milliseconds since 1970
 * @param zone - IANA name
 * @throws {RangeError} where the zone has no such name
 */
export function placeTimeAt(ms: number, zone: string): PlaceTime {
  const instant = instantAt(ms);
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    instant,
    zone,
    localDate: local.toPlainDate().toString(),
    localTime: local.toPlainTime().toString({ smallestUnit: 'second' }),
  };
}

/** What a typed date and time mean at a place. */
export type TypedTime =
  /** `repeated`: the hour when clocks go back had this time twice, and the first is meant. */
  | { readonly outcome: 'time' | 'repeated'; readonly time: PlaceTime }
  /** Clocks went forward over this time, or the place had no such day. */
  | { readonly outcome: 'skipped' }
  | { readonly outcome: 'no-time' };

/**
 * The moment at which the wall clock of a place says what somebody typed.
 *
 * @param localTime - `7:30`, `07:30` or `07:30:00`
 */
export function readTypedTime(localDate: LocalDate, localTime: string, zone: string): TypedTime {
  const padded = /^\d:/.test(localTime) ? `0${localTime}` : localTime;
  let typed: Temporal.PlainDateTime;
  try {
    typed = Temporal.PlainDate.from(localDate).toPlainDateTime(Temporal.PlainTime.from(padded));
  } catch {
    return { outcome: 'no-time' };
  }
  const earlier = typed.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = typed.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(typed)) return { outcome: 'skipped' };
  const time = placeTimeAt(earlier.epochMilliseconds, zone);
  return { outcome: earlier.equals(later) ? 'time' : 'repeated', time };
}

/** @param days - of the calendar, negative for earlier ones */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * Whether a wall clock may have said this at the instant. Zones change their rules, and devices learn of it at different
 * times, so that a time from elsewhere is believed where it is of any offset that clocks on Earth have had.
 */
export function isPlausible({ instant, zone, localDate, localTime }: PlaceTime): boolean {
  if (!isInstant(instant) || !isZone(zone) || !isLocalDate(localDate) || !LOCAL_TIME.test(localTime)) return false;
  return Math.abs(Date.parse(`${localDate}T${localTime}Z`) - msOf(instant)) <= LARGEST_OFFSET_MS;
}

const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const LARGEST_OFFSET_MS = 16 * 3_600_000;

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The zone that the device is set to. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
