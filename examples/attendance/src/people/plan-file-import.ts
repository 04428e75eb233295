import { readAttendanceJson } from '../domain/attendance-json.ts';
import { planRecordsImport, type RecordsPlan } from '../domain/csv/plan-records-import.ts';
import { planRosterImport, type RosterPlan } from '../domain/csv/plan-roster-import.ts';
import { readCsv } from '../domain/csv/read-csv.ts';
import type { AttendanceStore } from '../store/open-store.ts';

type PlannedRoster = Extract<RosterPlan, { outcome: 'planned' }>;

/** What importing an exported file would do. */
export type FilePlan =
  | {
      readonly outcome: 'planned';
      /** Undefined for a file that has records only. */
      readonly people: PlannedRoster | undefined;
      readonly records: Extract<RecordsPlan, { outcome: 'planned' }>;
    }
  | Exclude<RecordsPlan, { outcome: 'planned' }>
  | { readonly outcome: 'not-ours' };

/** Plans an exported file, JSON or a table of records, against what is here. */
export async function planFileImport(
  bytes: Uint8Array,
  { people, log }: Pick<AttendanceStore, 'people' | 'log'>,
): Promise<FilePlan> {
  const text = new TextDecoder().decode(bytes);
  const isJson = /^\s*[{[]/.test(text);
  const tables = isJson ? readAttendanceJson(text) : { people: undefined, records: readCsv(bytes) };
  if (tables === undefined) return { outcome: 'not-ours' };
  const here = people.all.current;
  const roster = tables.people && planRosterImport(tables.people, { people: here, erased: people.erasedIds });
  if (roster !== undefined && roster.outcome !== 'planned') return { outcome: 'not-ours' };
  const { checkIns, corrections } = await log.all();
  const ids = new Set([...here, ...(roster?.people ?? [])].map(({ id }) => id));
  const records = planRecordsImport(tables.records, { people: ids, checkIns, corrections });
  return records.outcome === 'planned' ? { outcome: 'planned', people: roster, records } : records;
}
