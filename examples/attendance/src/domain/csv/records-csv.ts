import type { CheckIn } from '../check-in.ts';
import type { ClockState } from '../clock-check.ts';
import type { Correction } from '../correction.ts';
import type { Person } from '../person.ts';
import { type Delimiter, writeCsv } from './write-csv.ts';

/** Columns of the log; `planRecordsImport` reads them back. */
export const RECORD_COLUMNS = [
  ...['entry', 'id', 'person', 'name', 'date', 'time', 'zone', 'instant', 'direction', 'how', 'kiosk', 'clock'],
  ...['corrects', 'change', 'reason', 'by', 'corrected date', 'corrected time', 'corrected zone', 'corrected instant'],
] as const;

export type RecordColumn = (typeof RECORD_COLUMNS)[number];

/**
 * The log as it was written: check-ins, and corrections as entries of their own.
 *
 * @param people - for the names, which are there to be read and are not read back
 */
export function writeRecordsCsv(
  log: { readonly checkIns: readonly CheckIn[]; readonly corrections: readonly Correction[] },
  people: readonly Person[],
  delimiter?: Delimiter,
): string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const rows = [...log.checkIns.map(checkInRow), ...log.corrections.map(correctionRow)];
  const cells = rows.map((row) =>
    RECORD_COLUMNS.map((column) => (column === 'name' ? (names.get(row.person ?? '') ?? '') : (row[column] ?? ''))),
  );
  return writeCsv(RECORD_COLUMNS, cells, delimiter);
}

type Row = { readonly [Column in RecordColumn]?: string };

function checkInRow(entry: CheckIn): Row {
  const { id, person, localDate, localTime, zone, instant, direction, how, kiosk, clock } = entry;
  return {
    ...{ entry: 'check-in', id, person, date: localDate, time: localTime, zone, instant },
    ...{ direction, how, kiosk, clock: clockCell(clock) },
  };
}

function correctionRow({
  id,
  person,
  localDate,
  localTime,
  zone,
  instant,
  kiosk,
  change,
  reason,
  by,
}: Correction): Row {
  const corrected = change.kind === 'strike' ? undefined : change;
  return {
    ...{ entry: 'correction', id, person, date: localDate, time: localTime, zone, instant, kiosk, reason, by },
    ...{ change: change.kind, ...(change.kind !== 'add' && { corrects: change.of }) },
    ...(corrected !== undefined && {
      direction: corrected.direction,
      'corrected date': corrected.time.localDate,
      'corrected time': corrected.time.localTime,
      'corrected zone': corrected.time.zone,
      'corrected instant': corrected.time.instant,
    }),
  };
}

/** What was known of the clock, as a cell: `agrees`, `unchecked`, or `75 s ahead of server`. */
function clockCell(clock: ClockState): string {
  if (clock.state !== 'off') return clock.state;
  const { aheadSeconds, against } = clock;
  return `${Math.abs(aheadSeconds)} s ${aheadSeconds < 0 ? 'behind' : 'ahead of'} ${against}`;
}

/** Undefined for anything else. */
export function readClockCell(cell: string): ClockState | undefined {
  if (cell === 'agrees' || cell === 'unchecked') return { state: cell };
  const [, seconds, side, against] = /^(\d{1,12}) s (behind|ahead of) (server|record)$/.exec(cell) ?? [];
  if (seconds === undefined) return undefined;
  const aheadSeconds = side === 'behind' ? -Number(seconds) : Number(seconds);
  return { state: 'off', against: against as 'server' | 'record', aheadSeconds };
}
