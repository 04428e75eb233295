import { lfwPhotographPaths } from './lfw-photograph-paths.ts';
import { listUnreadable } from './list-unreadable.ts';
import type { ListedPair, ListedPhotograph } from './verification-list.ts';

/** What the first line of a list promises. */
interface Header {
  readonly line: number;
  /** Undefined for a list without folds. */
  readonly folds: number | undefined;
  /** Mated pairs, and as many non-mated ones, in each fold or in the list. */
  readonly size: number;
}

interface ListLine {
  readonly line: number;
  readonly words: readonly string[];
}

/**
 * Reads a list in the format of LFW's pairs.txt: `name i j` is a mated pair, `name1 i name2 j` a non-mated one,
 * words separated by tabs or spaces. The first line may be `10 300` (ten folds, each of 300 mated and then 300
 * non-mated pairs) or `N` (N pairs of each kind, or N in all); where there is one, the list must hold what it says.
 *
 * @throws {EvaluationError} `list-unreadable` with the line's number
 */
export function parseLfwPairs(text: string): ListedPair[] {
  const lines = wordsByLine(text);
  const header = readHeader(lines[0]);
  const pairs = (header === undefined ? lines : lines.slice(1)).map(readPair);
  if (pairs.length === 0) throw listUnreadable(header?.line ?? 1, 'there is no pair.');
  if (header === undefined) return pairs;
  if (header.folds === undefined) {
    if (pairs.length !== header.size && !isBalanced(pairs, header.size)) {
      throw listUnreadable(header.line, `it announces ${header.size} pairs, the list holds ${pairs.length}.`);
    }
    return pairs;
  }
  return assignHeaderFolds(pairs, header.folds, header);
}

function wordsByLine(text: string): ListLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((content, i) => ({ line: i + 1, words: content.trim().split(/\s+/) }))
    .filter(({ words }) => words[0] !== '');
}

function readHeader(first: ListLine | undefined): Header | undefined {
  if (first === undefined || first.words.length > 2 || !first.words.every((word) => /^\d+$/.test(word))) {
    return undefined;
  }
  const { line } = first;
  const numbers = first.words.map(Number);
  if (numbers.includes(0)) throw listUnreadable(line, 'a header of folds and pairs cannot hold a zero.');
  const [one = 0, two] = numbers;
  return two === undefined ? { line, folds: undefined, size: one } : { line, folds: one, size: two };
}

function readPair({ line, words }: ListLine): ListedPair {
  const [name = '', number = '', third = '', fourth] = words;
  if (words.length === 3) {
    return { probe: readPhotograph(line, name, number), reference: readPhotograph(line, name, third), mated: true };
  }
  if (words.length === 4 && fourth !== undefined) {
    if (name === third) throw listUnreadable(line, 'a non-mated pair names one person twice.');
    return { probe: readPhotograph(line, name, number), reference: readPhotograph(line, third, fourth), mated: false };
  }
  throw listUnreadable(line, 'expected `name i j` or `name1 i name2 j`.');
}

function readPhotograph(line: number, subject: string, number: string): ListedPhotograph {
  // A name is a file name: it must not lead out of the folder of photographs.
  if (/[\\/]|^\.+$/.test(subject)) throw listUnreadable(line, 'a name cannot be a path.');
  if (!/^\d{1,4}$/.test(number) || Number(number) === 0) {
    throw listUnreadable(line, 'expected the number of a photograph, from 1 to 9999.');
  }
  return { paths: lfwPhotographPaths(subject, Number(number)), subject };
}

function assignHeaderFolds(pairs: readonly ListedPair[], folds: number, { line, size }: Header): ListedPair[] {
  if (pairs.length !== folds * size * 2) {
    const expected = folds * size * 2;
    throw listUnreadable(line, `it announces ${expected} pairs in ${folds} folds, the list holds ${pairs.length}.`);
  }
  for (let fold = 0; fold < folds; fold++) {
    if (!isBalanced(pairs.slice(fold * size * 2, (fold + 1) * size * 2), size)) {
      throw listUnreadable(line, `fold ${fold + 1} does not hold ${size} pairs of each kind.`);
    }
  }
  if (folds === 1) return [...pairs];
  return pairs.map((pair, i) => ({ ...pair, fold: Math.floor(i / (size * 2)) }));
}

function isBalanced(pairs: readonly ListedPair[], size: number): boolean {
  return pairs.length === size * 2 && pairs.filter((pair) => pair.mated).length === size;
}
