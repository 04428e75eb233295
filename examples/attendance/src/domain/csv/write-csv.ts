import Papa from 'papaparse';
import { writeHarmlessCell } from './harmless-cell.ts';

/** Without it spreadsheets take UTF-8 for something older. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Between cells: a comma as in RFC 4180, or what spreadsheets expect where the comma is the decimal sign. */
export type Delimiter = ',' | ';';

/** A table as RFC 4180 has it, with a byte order mark, and no cell that a spreadsheet would run. */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: Delimiter = ',',
): string {
  const cells = [header, ...rows].map((row) => row.map(writeHarmlessCell));
  return `${BYTE_ORDER_MARK}${Papa.unparse(cells, { delimiter, newline: '\r\n' })}\r\n`;
}
