import type { AttendanceRecord } from '../correction.ts';
import { hoursBetween } from '../instant.ts';
import type { PersonId } from '../person.ts';
import { addDays, type LocalDate } from '../place-time.ts';
import type { Settings } from '../settings.ts';

/** A record that counts, under the day that it is listed under. */
export interface DatedRecord extends AttendanceRecord {
  readonly day: LocalDate;
}

export type DayRules = Pick<Settings, 'dayBoundary' | 'longestShiftHours'>;

/**
 * Lists records under days: under the local date of the place, where a day begins at the boundary that is set; going
 * out belongs to the day of the coming in that it ends, even after midnight. Struck records are left out.
 *
 * @param records - by time, as `applyCorrections` gives them. To be right on a day they have to reach
 *   `longestShiftHours` back and ahead of it.
 */
export function listUnderDays(records: readonly AttendanceRecord[], rules: DayRules): readonly DatedRecord[] {
  const began = new Map<PersonId, DatedRecord>();
  return records
    .filter(({ struck }) => !struck)
    .map((record) => {
      const shift = began.get(record.person);
      if (record.direction === 'out') {
        began.delete(record.person);
        return { ...record, day: endsShift(record, shift, rules) ? shift.day : ownDay(record, rules) };
      }
      const dated = { ...record, day: ownDay(record, rules) };
      began.set(record.person, dated);
      return dated;
    });
}

function ownDay({ localDate, localTime }: AttendanceRecord, { dayBoundary }: DayRules): LocalDate {
  return localTime < dayBoundary ? addDays(localDate, -1) : localDate;
}

function endsShift(
  { instant }: AttendanceRecord,
  shift: DatedRecord | undefined,
  { longestShiftHours }: DayRules,
): shift is DatedRecord {
  return shift !== undefined && hoursBetween(shift.instant, instant) <= longestShiftHours;
}
