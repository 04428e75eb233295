import { addDays, type LocalDate } from '../place-time.ts';
import type { Settings } from '../settings.ts';

/** The first local date whose records are kept; undefined where all are. */
export function keptSince(today: LocalDate, { retentionDays }: Pick<Settings, 'retentionDays'>): LocalDate | undefined {
  return retentionDays === 0 ? undefined : addDays(today, -retentionDays);
}
