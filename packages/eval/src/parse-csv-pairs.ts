import { csvParseRows } from 'd3-dsv';
import { listUnreadable } from './list-unreadable.ts';
import type { ListedPair } from './verification-list.ts';

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['0', false],
  ['false', false],
  ['no', false],
]);

/**
 * Reads a list of lines `a,b,same`: paths of two photographs and whether they show one subject (1/0, true/false, yes/no, in
 * any case). Fields may be quoted; the first line may be the header `a,b,same`.
 *
 * @throws {EvaluationError} `list-unreadable` with the line's number
 */
export function parseCsvPairs(text: string): ListedPair[] {
  const source = text.replace(/^\uFEFF/, '');
  const pairs: ListedPair[] = [];
  let line = 1;
  for (const row of csvParseRows(source)) {
    const fields = row.map((field) => field.trim());
    const isBlank = fields.length === 1 && fields[0] === '';
    const isHeader = pairs.length === 0 && fields.join('\n').toLowerCase() === 'a\nb\nsame';
    if (!isBlank && !isHeader) pairs.push(readPair(line, fields));
    line += 1 + lineBreaks(row.join());
  }
  if (pairs.length === 0) throw listUnreadable(1, 'there is no pair.');
  // Well-formed fields hold quotes in twos; the parser takes an open one to reach to the end of the text.
  if ((source.split('"').length - 1) % 2 !== 0) throw listUnreadable(line - 1, 'a quoted field is not closed.');
  return pairs;
}

function readPair(line: number, fields: readonly string[]): ListedPair {
  const [a = '', b = '', same = ''] = fields;
  const mated = TRUTH.get(same.toLowerCase());
  if (fields.length !== 3 || a === '' || b === '') throw listUnreadable(line, 'expected `a,b,same`.');
  if (mated === undefined) throw listUnreadable(line, '`same` must be 1, 0, true, false, yes or no.');
  return { probe: { paths: [a] }, reference: { paths: [b] }, mated };
}

function lineBreaks(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
