import type { AttendanceRecord } from '../correction.ts';
import { msOf } from '../instant.ts';
import { addDays, type LocalDate, placeTimeAt } from '../place-time.ts';
import type { Settings } from '../settings.ts';

/** The first local date whose records are kept; undefined where all are. */
export function keptSince(today: LocalDate, { retentionDays }: Pick<Settings, 'retentionDays'>): LocalDate | undefined {
  return retentionDays === 0 ? undefined : addDays(today, -retentionDays);
}

/**
 * The local date by which a record is kept: of what a correction says, and otherwise of when it was made, also where the
 * clock that dated it is known to have been off. A kiosk that starts in 1970 would lose its check-ins the same day.
 */
export function retentionDate({ clock, instant, zone, localDate, original }: AttendanceRecord): LocalDate {
  if (clock.state !== 'off' || instant !== original?.instant) return localDate;
  return placeTimeAt(msOf(instant) - clock.aheadSeconds * 1000, zone).localDate;
}
