import { type Instant, msOf } from '../../domain/instant.ts';
import type { LocalDate, LocalTime } from '../../domain/place-time.ts';

/** A date of the calendar in words: `Saturday, 28 November 2026`. */
export function sayDate(date: LocalDate, language: string, style: 'full' | 'medium' = 'medium'): string {
  // A date has no zone: read and said in the same one.
  return new Intl.DateTimeFormat(language, { dateStyle: style, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
}

/** A time on the wall of the place, without seconds. */
export function sayTime(time: LocalTime, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`2000-01-01T${time}Z`),
  );
}

/** The day on which something happened, by the clock of a zone. */
export function sayDay(at: Instant, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone }).format(msOf(at));
}

/** Day and time at which something happened, by the clock of a zone. */
export function sayMoment(at: Instant, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    msOf(at),
  );
}
