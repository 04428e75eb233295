/**
 * What spreadsheets may run as a formula: a sign that begins one, also full-width, also after spaces, controls and
 * letters without a width. Apostrophes before it are taken along, so that {@link readHarmlessCell} takes off what
 * {@link writeHarmlessCell} put on, and nothing else.
 */
const FORMULA = /^'*[\s\p{Cc}\p{Cf}\p{Z}]*(?:[=+\-@＝＋－＠]|[\t\r\n])/u;

/** The cell, with an apostrophe before it where it could run as a formula. */
export function writeHarmlessCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What was written as this cell. */
export function readHarmlessCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
