/** A moment, as `Date.toISOString` writes it: `2026-11-28T06:30:00.000Z`. Texts of this form sort by time. */
export type Instant = string;

const SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** @param ms - milliseconds since 1970, of a year from 1970 to 9999 */
export function instantAt(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Milliseconds since 1970. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** Whether a text is a moment that exists, written as an {@link Instant}. */
export function isInstant(text: string): text is Instant {
  return SHAPE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

/** Hours between two moments, whatever clocks did meanwhile. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (msOf(to) - msOf(from)) / 3_600_000;
}
