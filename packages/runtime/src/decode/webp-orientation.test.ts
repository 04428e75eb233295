import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Orientation, webpOrientation } from './webp-orientation.ts';

const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

function webp(orientation: Orientation): Promise<Buffer> {
  const picture = { create: { width: 5, height: 3, channels: 3, background: 'red' } } as const;
  return sharp(picture).webp().withMetadata({ orientation }).toBuffer();
}

test.each(ORIENTATIONS)('orientation %s is read', async (orientation) => {
  expect(webpOrientation(await webp(orientation))).toBe(orientation);
});

test('a WebP without EXIF is upright', async () => {
  const picture = { create: { width: 5, height: 3, channels: 3, background: 'red' } } as const;
  expect(webpOrientation(await sharp(picture).webp().toBuffer())).toBe(1);
});

test('EXIF that is cut off or made up is read as far as it goes, or is upright', async () => {
  const file = await webp(6);
  for (let length = 0; length < file.length; length++) {
    expect([1, 6]).toContain(webpOrientation(file.subarray(0, length)));
  }
  const exif = file.indexOf('EXIF');
  for (let at = exif + 8; at < Math.min(exif + 60, file.length); at++) {
    expect(ORIENTATIONS).toContain(webpOrientation(Buffer.from(file).fill(0xff, at, at + 4)));
  }
});
