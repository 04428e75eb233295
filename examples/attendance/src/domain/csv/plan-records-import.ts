import { type CheckIn, type CheckInWay, type Direction, isLogId } from '../check-in.ts';
import type { CorrectedChange, Correction } from '../correction.ts';
import { tidyField } from '../person.ts';
import { isPlausible, type PlaceTime } from '../place-time.ts';
import type { CsvRow, CsvTable } from './read-csv.ts';
import { RECORD_COLUMNS, type RecordColumn, readClockCell } from './records-csv.ts';

type RecordRow = { readonly row: number } & (
  | { readonly outcome: 'new' | 'same' | 'repeated' }
  | {
      readonly outcome: 'refused';
      readonly reason:
        | NonNullable<CsvRow['damage']>
        /** A cell that has to say something says nothing, or something else. */
        | 'incomplete'
        /** Date, time, zone and instant do not belong together. */
        | 'time-invalid'
        | 'person-unknown'
        /** Another entry has this id; entries are never changed. */
        | 'different';
    }
);

/** Why a row is not imported. */
export type RecordRefusal = Extract<RecordRow, { outcome: 'refused' }>['reason'];

export type RecordsPlan =
  | {
      readonly outcome: 'planned';
      readonly rows: readonly RecordRow[];
      /** Add these, all at once. */
      readonly checkIns: readonly CheckIn[];
      readonly corrections: readonly Correction[];
    }
  /** No table that `writeRecordsCsv` made. */
  | { readonly outcome: 'columns-missing'; readonly columns: readonly string[] };

/** What is there already. */
export interface RecordsSurroundings {
  /** Ids of people. */
  readonly people: ReadonlySet<string>;
  readonly checkIns: readonly CheckIn[];
  readonly corrections: readonly Correction[];
}

/** Works out what importing a log would do, row by row, without doing any of it. */
export function planRecordsImport(table: CsvTable, surroundings: RecordsSurroundings): RecordsPlan {
  const headings = table.header.map((heading) => heading.toLowerCase());
  const missing = RECORD_COLUMNS.filter((column) => column !== 'name' && !headings.includes(column));
  if (missing.length > 0) return { outcome: 'columns-missing', columns: missing };
  const known = new Map(
    [...surroundings.checkIns, ...surroundings.corrections].map((entry) => [entry.id, canonical(entry)]),
  );
  const read = new Set<string>();
  const checkIns: CheckIn[] = [];
  const corrections: Correction[] = [];
  const rows = table.rows.map(({ row, cells, damage }): RecordRow => {
    if (damage !== undefined) return { row, outcome: 'refused', reason: damage };
    const entry = readEntry((column) => (cells[headings.indexOf(column)] ?? '').trim());
    if (typeof entry === 'string') return { row, outcome: 'refused', reason: entry };
    if (!surroundings.people.has(entry.person)) return { row, outcome: 'refused', reason: 'person-unknown' };
    const before = known.get(entry.id);
    if (before !== undefined) {
      if (before !== canonical(entry)) return { row, outcome: 'refused', reason: 'different' };
      return { row, outcome: read.has(entry.id) ? 'repeated' : 'same' };
    }
    known.set(entry.id, canonical(entry));
    read.add(entry.id);
    if ('change' in entry) corrections.push(entry);
    else checkIns.push(entry);
    return { row, outcome: 'new' };
  });
  return { outcome: 'planned', rows, checkIns, corrections };
}

type Cells = (column: RecordColumn) => string;

function readEntry(cells: Cells): CheckIn | Correction | 'incomplete' | 'time-invalid' {
  const time = readTime(cells('instant'), cells('zone'), cells('date'), cells('time'));
  if (time === undefined) return 'time-invalid';
  const entry = { id: cells('id'), person: cells('person'), kiosk: cells('kiosk'), ...time };
  if (entry.id === '' || entry.person === '' || entry.kiosk === '') return 'incomplete';
  if (cells('entry') === 'correction') return readCorrection(entry, cells);
  const clock = readClockCell(cells('clock'));
  const direction = oneOf(DIRECTIONS, cells('direction'));
  const how = oneOf(WAYS, cells('how'));
  if (cells('entry') !== 'check-in' || !clock || !direction || !how) return 'incomplete';
  return isLogId(entry.id, entry) ? { ...entry, direction, how, clock } : 'time-invalid';
}

function readCorrection(
  entry: Pick<Correction, 'id' | 'person' | 'kiosk' | keyof PlaceTime>,
  cells: Cells,
): Correction | 'incomplete' | 'time-invalid' {
  const change = readChange(cells);
  const told = { reason: tidyField(cells('reason')), by: tidyField(cells('by')) };
  if (typeof change === 'string') return change;
  if (told.reason === '' || told.by === '') return 'incomplete';
  const dated = { ...entry, localDate: entry.id.slice(0, entry.localDate.length) };
  return isLogId(entry.id, dated) ? { ...entry, change, ...told } : 'time-invalid';
}

function readChange(cells: Cells): CorrectedChange | 'incomplete' | 'time-invalid' {
  const kind = cells('change');
  const of = cells('corrects');
  if (kind === 'strike') return of === '' ? 'incomplete' : { kind, of };
  const direction = oneOf(DIRECTIONS, cells('direction'));
  const time = readTime(
    ...([
      cells('corrected instant'),
      cells('corrected zone'),
      cells('corrected date'),
      cells('corrected time'),
    ] as const),
  );
  if (time === undefined) return 'time-invalid';
  if (kind === 'add' && direction) return { kind, direction, time };
  return kind === 'change' && direction && of !== '' ? { kind, of, direction, time } : 'incomplete';
}

const DIRECTIONS: readonly Direction[] = ['in', 'out'];
const WAYS: readonly CheckInWay[] = ['face', 'pin', 'card', 'correction'];

function oneOf<Word extends string>(words: readonly Word[], cell: string): Word | undefined {
  return words.find((word) => word === cell);
}

function readTime(instant: string, zone: string, localDate: string, localTime: string): PlaceTime | undefined {
  const time = { instant, zone, localDate, localTime };
  return isPlausible(time) ? time : undefined;
}

/** Equal for equal entries, in whatever order their fields come. */
function canonical(entry: object): string {
  return JSON.stringify(entry, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
