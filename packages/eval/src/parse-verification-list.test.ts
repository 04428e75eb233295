import { expect, test } from 'vitest';
import { parseVerificationList } from './parse-verification-list.ts';

test('a comma in the first line makes it CSV, otherwise it is a list in the format of LFW', () => {
  expect(parseVerificationList('\n a.jpg,b.jpg,1')[0]?.probe).toEqual({ paths: ['a.jpg'] });
  expect(parseVerificationList('1\nAna 1 2')[0]?.probe.subject).toBe('Ana');
});

test.each(['', '\n\n', '\u0000\u0001\u0002', '<html>'])('what is neither is refused: %j', (text) => {
  expect(() => parseVerificationList(text)).toThrow(expect.objectContaining({ code: 'list-unreadable' }));
});
