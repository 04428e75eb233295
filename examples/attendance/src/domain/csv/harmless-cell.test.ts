import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHarmlessCell, writeHarmlessCell } from './harmless-cell.ts';

it.each([
  '=1+1',
  '+31 20 123',
  '-2',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '  =1+1',
  '\u00A0=1+1',
  '\u200B=1+1',
  '\u0000=1+1',
  '\uFEFF@x',
  '＝1+1',
  "'=1+1",
  ' \t',
])('puts an apostrophe before %j', (cell) => {
  expect(writeHarmlessCell(cell)).toBe(`'${cell}`);
});

it.each(['Anna', "O'Brien", "'s-Hertogenbosch", 'a=b', '2026-11-28', '', "'", ' '])('leaves %j as it is', (cell) => {
  expect(writeHarmlessCell(cell)).toBe(cell);
  expect(readHarmlessCell(cell)).toBe(cell);
});

it('is undone by reading, for any text', () => {
  const awkward = fc.string({ unit: fc.constantFrom(...`'=+-@\t\r\n \u00A0\u200B＝ab"`), maxLength: 8 });
  fc.assert(
    fc.property(fc.oneof(awkward, fc.string({ unit: 'binary' })), (text) => {
      expect(readHarmlessCell(writeHarmlessCell(text))).toBe(text);
    }),
  );
});
