import type { CheckIn } from './check-in.ts';
import type { Correction } from './correction.ts';
import { writePeopleCsv } from './csv/people-csv.ts';
import { type CsvTable, readCsv } from './csv/read-csv.ts';
import { writeRecordsCsv } from './csv/records-csv.ts';
import type { Person } from './person.ts';

const FORMAT = 'face-verify attendance';
const VERSION = 1;

/** A row by the names of its columns; empty cells are left out. */
type Row = Readonly<Record<string, string>>;

interface AttendanceFile {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly people: readonly Row[];
  readonly records: readonly Row[];
}

/** People and the log in one file: the same columns as the tables for spreadsheets have, and so neither faces nor PINs. */
export function writeAttendanceJson(
  people: readonly Person[],
  log: { readonly checkIns: readonly CheckIn[]; readonly corrections: readonly Correction[] },
): string {
  const file: AttendanceFile = {
    ...{ format: FORMAT, version: VERSION },
    ...{ people: toRows(writePeopleCsv(people)), records: toRows(writeRecordsCsv(log, people)) },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The tables of such a file, for `planRosterImport` and `planRecordsImport`; undefined where it is another. */
export function readAttendanceJson(
  text: string,
): { readonly people: CsvTable; readonly records: CsvTable } | undefined {
  const file = parse(text) as Partial<AttendanceFile> | null | undefined;
  if (file?.format !== FORMAT || file.version !== VERSION) return undefined;
  if (!isRows(file.people) || !isRows(file.records)) return undefined;
  const columns = (csv: string) => readTable(csv).header;
  return {
    people: toTable(file.people, columns(writePeopleCsv([]))),
    records: toTable(file.records, columns(writeRecordsCsv({ checkIns: [], corrections: [] }, []))),
  };
}

function toRows(csv: string): readonly Row[] {
  const { header, rows } = readTable(csv);
  return rows.map(({ cells }) =>
    Object.fromEntries(header.map((column, i) => [column, cells[i] ?? '']).filter(([, cell]) => cell !== '')),
  );
}

function toTable(rows: readonly Row[], header: readonly string[]): CsvTable {
  const cellsOf = (row: Row) => header.map((column) => (Object.hasOwn(row, column) ? (row[column] ?? '') : ''));
  return {
    ...{ encoding: 'utf-8', encodingGuessed: false, delimiter: ',', header },
    rows: rows.map((row, i) => ({ row: i + 1, cells: cellsOf(row) })),
  };
}

function readTable(csv: string): CsvTable {
  return readCsv(new TextEncoder().encode(csv));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRows(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.every(
      (row) => typeof row === 'object' && row !== null && Object.values(row).every((cell) => typeof cell === 'string'),
    )
  );
}
