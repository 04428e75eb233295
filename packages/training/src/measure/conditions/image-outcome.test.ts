import { expect, test } from 'vitest';
import { imageName } from './image-outcome.ts';

test('pictures of the same bytes in another shape have another name', () => {
  const data = new Uint8Array(12);
  const name = (widthPx: number, heightPx: number) => imageName({ widthPx, heightPx, channels: 3, data });
  expect(name(4, 1)).not.toBe(name(1, 4));
});
