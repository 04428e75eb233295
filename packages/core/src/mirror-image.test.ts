import { expect, test } from 'vitest';
import { mirrorImage } from './mirror-image.ts';

test('a mirrored image has each pixel on the other side, with its colours in order', () => {
  const data = Uint8Array.from({ length: 3 * 2 * 3 }, (_, i) => i);
  mirrorImage({ widthPx: 3, heightPx: 2, channels: 3, data });
  expect([...data]).toEqual([6, 7, 8, 3, 4, 5, 0, 1, 2, 15, 16, 17, 12, 13, 14, 9, 10, 11]);
});
