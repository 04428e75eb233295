import Papa from 'papaparse';
import { decodeText } from './decode-text.ts';
import { readHarmlessCell } from './harmless-cell.ts';

export interface CsvTable {
  readonly encoding: string;
  readonly encodingGuessed: boolean;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** As a spreadsheet counts: the header mostly is row 1. */
  readonly row: number;
  /** As many as the header has; missing ones are empty. */
  readonly cells: readonly string[];
  /** Why the row cannot be trusted. */
  readonly damage?: 'quotes' | 'too-many-cells' | 'unreadable-letters';
}

/** The first of those that split the header into equally many columns is taken. */
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * A table as people have it: of any delimiter and encoding, with a spreadsheet's `sep=;` or without. The first row that
 * has something in it is the header; rows with nothing in them are left out.
 *
 * @param encoding - where the guess was wrong, as `TextDecoder` calls it
 */
export function readCsv(bytes: Uint8Array, encoding?: string): CsvTable {
  const decoded = decodeText(bytes, encoding);
  const [, declared, text] = /^(?:sep=(.)\r?\n)?([\s\S]*)$/.exec(decoded.text) ?? ['', undefined, ''];
  const delimiter = declared ?? delimiterOfHeader(text ?? '');
  const { data, errors, meta } = Papa.parse<string[]>(text ?? '', { delimiter });
  const torn = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])));
  const filled = data
    .map((cells, i) => ({ row: i + 1, cells: cells.map(readHarmlessCell), torn: torn.has(i) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...rows] = filled;
  const width = header?.cells.length ?? 0;
  return {
    encoding: decoded.encoding,
    encodingGuessed: decoded.guessed,
    delimiter: meta.delimiter,
    header: (header?.cells ?? []).map((cell) => cell.trim()),
    rows: rows.map(({ row, cells, torn }) => {
      const damage = torn ? 'quotes' : findDamage(cells, width);
      const whole = Array.from({ length: width }, (_, i) => cells[i] ?? '');
      return { row, cells: whole, ...(damage !== undefined && { damage }) };
    }),
  };
}

/** By the names of the columns, which seldom hold one: what people wrote into the cells below often does. */
function delimiterOfHeader(text: string): string {
  const [header = ''] = text.trimStart().split(/\r?\n/, 1);
  const columns = (delimiter: string) => Papa.parse<string[]>(header, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return DELIMITERS.reduce((best, other) => (columns(other) > columns(best) ? other : best));
}

function findDamage(cells: readonly string[], width: number): CsvRow['damage'] {
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return 'too-many-cells';
  return cells.some((cell) => cell.includes('\uFFFD')) ? 'unreadable-letters' : undefined;
}
