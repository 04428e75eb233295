import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';
import { writeCsv } from './write-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new DataView(new ArrayBuffer(2 * (text.length + 1)));
  [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].forEach((unit, i) => {
    bytes.setUint16(2 * i, unit, littleEndian);
  });
  return new Uint8Array(bytes.buffer);
};
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('a written table', () => {
  it('has a byte order mark, commas, quotes where needed and lines that end as RFC 4180 says', () => {
    const csv = writeCsv(
      ['name', 'group'],
      [
        ['Berg, "Anna"', 'A\nB'],
        ['=1', ''],
      ],
    );
    expect(csv).toBe('\uFEFFname,group\r\n"Berg, ""Anna""","A\nB"\r\n\'=1,\r\n');
  });

  it('has semicolons where they are asked for', () => {
    expect(writeCsv(['a', 'b'], [['1;2', '3']], ';')).toBe('\uFEFFa;b\r\n"1;2";3\r\n');
  });
});

describe('a table that is read', () => {
  const cells = (bytes: Uint8Array) => readCsv(bytes).rows.map((row) => row.cells);

  it('is divided by what divides the names of its columns, whatever people wrote below', () => {
    const csv = writeCsv(
      ['name', 'group'],
      [
        ['a,"b";c', ';;;'],
        ['a,"b";c', 'a,"b";c'],
      ],
    );
    expect(cells(utf8(csv))).toEqual([
      ['a,"b";c', ';;;'],
      ['a,"b";c', 'a,"b";c'],
    ]);
  });

  it.each([',', ';', '\t', '|'])('may be divided by %j', (delimiter) => {
    const text = [
      ['name', 'group'],
      ['Anna Berg', 'A'],
      ['Zoë', 'B'],
    ]
      .map((row) => row.join(delimiter))
      .join('\r\n');
    expect(readCsv(utf8(text))).toMatchObject({ delimiter, header: ['name', 'group'] });
    expect(cells(utf8(text))).toEqual([
      ['Anna Berg', 'A'],
      ['Zoë', 'B'],
    ]);
  });

  it('may say itself what divides it', () => {
    expect(cells(utf8('\uFEFFsep=;\r\nname;group\r\nBerg, Anna;A'))).toEqual([['Berg, Anna', 'A']]);
  });

  it.each([
    ['utf-8', utf8('name;n\r\nŁukasz Müller;1')],
    ['utf-8', utf8('\uFEFFname;n\r\nŁukasz Müller;1')],
    ['utf-16le', utf16('name;n\r\nŁukasz Müller;1', true)],
    ['utf-16be', utf16('name;n\r\nŁukasz Müller;1', false)],
  ])('may be in %s', (encoding, bytes) => {
    expect(readCsv(bytes)).toMatchObject({ encoding, encodingGuessed: false });
    expect(cells(bytes)).toEqual([['Łukasz Müller', '1']]);
  });

  it('may be in an old encoding, which is guessed and said, and can be set right', () => {
    const bytes = latin('Name;Klasse\r\nJürgen Groß;5a\r\nRené Françoise;5b\r\nBjörn Åström;5a');
    expect(readCsv(bytes)).toMatchObject({ encoding: 'windows-1252', encodingGuessed: true });
    expect(cells(bytes)[0]).toEqual(['Jürgen Groß', '5a']);
    expect(readCsv(bytes, 'iso-8859-5')).toMatchObject({ encoding: 'iso-8859-5', encodingGuessed: false });
  });

  it('keeps the numbers of rows that a spreadsheet shows', () => {
    const table = readCsv(utf8('\r\nname\r\nAnna\r\n\r\n ,\r\nBen'));
    expect(table.rows.map(({ row }) => row)).toEqual([3, 6]);
  });

  it('has as many cells in each row as its header', () => {
    expect(cells(utf8('a,b\r\n1\r\n1,2,\r\n'))).toEqual([
      ['1', ''],
      ['1', '2'],
    ]);
  });

  it.each([
    ['too-many-cells', 'name,group\r\nBerg, Anna,A'],
    ['quotes', 'name,group\r\n"Anna,A'],
    ['unreadable-letters', 'name,group\r\nAnn\uFFFD,A'],
  ])('says of a row that it cannot be trusted: %s', (damage, text) => {
    expect(readCsv(utf8(text)).rows).toMatchObject([{ row: 2, damage }]);
  });

  it.each(['', '\uFEFF', '\r\n\r\n'])('may be empty: %j', (text) => {
    expect(readCsv(utf8(text))).toMatchObject({ header: [], rows: [] });
  });
});
