import { expect, test } from 'vitest';
import { crc32 } from './checksum.ts';

test('the checksum is the usual one', () => {
  // The check value of CRC-32 in the catalogues of such codes.
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
