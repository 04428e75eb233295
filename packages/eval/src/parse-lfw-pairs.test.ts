import { expect, test } from 'vitest';
import { parseLfwPairs } from './parse-lfw-pairs.ts';

const unreadable = (line: number) => expect.objectContaining({ code: 'list-unreadable', details: { line } });

/** Two folds of one mated and one non-mated pair. */
const TWO_FOLDS = '2\t1\nAna\t1\t4\nAna\t2\tBen\t1\nCleo\t1\t2\nCleo\t3\tDan_Two\t12\n';

test('mated and non-mated lines are told apart by their length', () => {
  expect(parseLfwPairs('Ana 1 4\nAna 2 Ben 1')).toEqual([
    {
      probe: { paths: ['Ana/Ana_0001.jpg', 'Ana_0001.jpg'], subject: 'Ana' },
      reference: { paths: ['Ana/Ana_0004.jpg', 'Ana_0004.jpg'], subject: 'Ana' },
      mated: true,
    },
    {
      probe: { paths: ['Ana/Ana_0002.jpg', 'Ana_0002.jpg'], subject: 'Ana' },
      reference: { paths: ['Ben/Ben_0001.jpg', 'Ben_0001.jpg'], subject: 'Ben' },
      mated: false,
    },
  ]);
});

test('a header of folds and size puts each pair in its fold', () => {
  expect(parseLfwPairs(TWO_FOLDS).map(({ mated, fold }) => [mated, fold])).toEqual([
    [true, 0],
    [false, 0],
    [true, 1],
    [false, 1],
  ]);
});

test('tabs, spaces, blank lines, Windows line ends and a byte order mark make no difference', () => {
  const disguised = `\uFEFF${TWO_FOLDS.replaceAll('\t', '  ').replaceAll('\n', ' \r\n\r\n')}`;
  expect(parseLfwPairs(disguised)).toEqual(parseLfwPairs(TWO_FOLDS));
});

test.each([
  ['of each kind', '1\n'],
  ['in all', '2\n'],
  ['in a single fold', '1 1\n'],
])('a header may say how many pairs there are %s; they have no folds', (_case, header) => {
  const pairs = parseLfwPairs(`${header}Ana 1 4\nAna 2 Ben 1\n`);
  expect(pairs).toHaveLength(2);
  expect(pairs.every((pair) => !('fold' in pair))).toBe(true);
});

test('people whose names are numbers are no header', () => {
  expect(parseLfwPairs('7 1 2\n7 1 8 1')).toHaveLength(2);
});

test.each([
  ['nothing', '', 1],
  ['a header alone', '\n10 300\n', 2],
  ['a header with a zero', '0 300\nAna 1 2', 1],
  ['a list cut short', TWO_FOLDS.split('\n').slice(0, 4).join('\n'), 1],
  ['a list longer than its header says', `1\nAna 1 2\nAna 1 3\nAna 1 Ben 1\n`, 1],
  ['folds of one kind', '2 1\nAna 1 2\nCleo 1 2\nAna 2 Ben 1\nCleo 3 Dan 2', 1],
  ['too few words', 'Ana 1 2\nAna 1', 2],
  ['too many words', 'Ana 1 2\n\nAna 1 Ben 2 3', 3],
  ['a number that is none', 'Ana 1 x', 1],
  ['the number 0', 'Ana 0 1', 1],
  ['a negative number', 'Ana -1 1', 1],
  ['a number of five digits', 'Ana 1 10000', 1],
  ['a non-mated pair of one person', 'Ana 1 Ana 2', 1],
  ['a name that leads out of the folder', '../../Ana 1 2', 1],
  ['a name of dots', '.. 1 2', 1],
  ['a web page', '<!doctype html>\n<title>Not found</title>', 1],
])('%s is refused with the number of the line', (_case, text, line) => {
  expect(() => parseLfwPairs(text)).toThrow(unreadable(line));
});

test('the error does not repeat what the line says', () => {
  expect(() => parseLfwPairs('Secret_Name 1 x')).toThrow(expect.not.stringContaining('Secret'));
});
