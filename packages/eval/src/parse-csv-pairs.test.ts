import { expect, test } from 'vitest';
import { parseCsvPairs } from './parse-csv-pairs.ts';

const unreadable = (line: number) => expect.objectContaining({ code: 'list-unreadable', details: { line } });

test('a line names two photographs and says whether they show one subject', () => {
  expect(parseCsvPairs('x/a.jpg,b.png,1\nc.jpg,d.jpg,0\n')).toEqual([
    { probe: { paths: ['x/a.jpg'] }, reference: { paths: ['b.png'] }, mated: true },
    { probe: { paths: ['c.jpg'] }, reference: { paths: ['d.jpg'] }, mated: false },
  ]);
});

test('a header, blank lines, blanks around fields, Windows line ends and a byte order mark make no difference', () => {
  const plain = 'a.jpg,b.jpg,1\nc.jpg,d.jpg,0';
  expect(parseCsvPairs('\uFEFFA,b,Same\r\n\r\n a.jpg , b.jpg, 1\r\nc.jpg,d.jpg,0\r\n\r\n')).toEqual(
    parseCsvPairs(plain),
  );
});

test('quoted fields may hold commas, quotes and line breaks', () => {
  const [pair] = parseCsvPairs('"a, ""the"" first.jpg","b\n2.jpg","true"');
  expect(pair).toEqual({ probe: { paths: ['a, "the" first.jpg'] }, reference: { paths: ['b\n2.jpg'] }, mated: true });
});

test.each([
  ['1', true],
  ['true', true],
  ['YES', true],
  ['0', false],
  ['False', false],
  ['no', false],
])('same may be %s', (word, mated) => {
  expect(parseCsvPairs(`a,b,${word}`)[0]?.mated).toBe(mated);
});

test.each([
  ['nothing', '', 1],
  ['a header alone', 'a,b,same\n', 1],
  ['another header', 'left,right,label\na.jpg,b.jpg,1', 1],
  ['a word that is no truth', 'a,b,1\nc,d,maybe', 2],
  ['a word that every object knows', 'a,b,constructor', 1],
  ['an empty truth', 'a,b,', 1],
  ['too few fields', 'a,b,same\na,b,1\n\na,b', 4],
  ['too many fields', 'a,b,1,0', 1],
  ['an empty path', 'a,b,1\n,b,1', 2],
  ['an open quote', 'a,b,1\n"c,d,0\ne,f,1', 2],
  ['an open quote at the end', 'a,b,1\nc,d,"0', 2],
  ['text behind a quote', 'a,b,1\n"c"d,e,0', 2],
  ['a bad line after a field with a line break', '"a\n1",b,1\nc,d', 3],
])('%s is refused with the number of the line', (_case, text, line) => {
  expect(() => parseCsvPairs(text)).toThrow(unreadable(line));
});
