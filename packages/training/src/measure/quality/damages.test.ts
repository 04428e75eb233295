import { ALIGNED_SIZE_PX, type RgbImage } from '@face-verify/core';
import { describe, expect, it, test } from 'vitest';
import { CROP_BYTES, CROP_MARGIN_PX, CROP_SIZE_PX } from '../../data/crop.ts';
import { createRandom } from '../../data/random.ts';
import { DAMAGES } from './damages.ts';

function crop(): RgbImage {
  const random = createRandom(5);
  const data = Uint8Array.from({ length: CROP_BYTES }, () => 256 * random());
  return { widthPx: CROP_SIZE_PX, heightPx: CROP_SIZE_PX, channels: 3, data };
}

describe.each(DAMAGES)('$title', ({ strengths, apply }) => {
  const damage = (strength: number) => apply(crop(), strength, createRandom(1));

  it('keeps the size, and is the same for the same random numbers', async () => {
    const [once, again] = [await damage(strengths[0] as number), await damage(strengths[0] as number)];
    expect(once).toMatchObject({ widthPx: CROP_SIZE_PX, heightPx: CROP_SIZE_PX, channels: 3 });
    expect(once.data.length).toBe(CROP_BYTES);
    expect([...once.data]).toEqual([...again.data]);
  });

  it('changes a crop the more the stronger it is', async () => {
    const before = [...crop().data];
    const changes: number[] = [];
    for (const strength of strengths) {
      const { data } = await damage(strength);
      changes.push(before.reduce((sum, value, i) => sum + Math.abs(value - (data[i] as number)), 0));
    }
    expect(changes[0]).toBeGreaterThan(0);
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
  });
});

test.for([1, 2, 3])('a square covers the share that it says, all of it on the aligned face (seed %i)', async (seed) => {
  const black = { ...crop(), data: new Uint8Array(CROP_BYTES) };
  const occlusion = DAMAGES.find(({ title }) => title === 'Occlusion');
  const data = (await occlusion?.apply(black, 20, createRandom(seed)))?.data ?? [];
  const covered = Array.from({ length: CROP_SIZE_PX ** 2 }, (_, pixel) => pixel).filter((pixel) => data[3 * pixel]);
  expect(covered.length / ALIGNED_SIZE_PX ** 2).toBeCloseTo(0.2, 2);
  for (const pixel of covered) {
    for (const place of [pixel % CROP_SIZE_PX, Math.floor(pixel / CROP_SIZE_PX)]) {
      expect(place).toBeGreaterThanOrEqual(CROP_MARGIN_PX);
      expect(place).toBeLessThan(CROP_MARGIN_PX + ALIGNED_SIZE_PX);
    }
  }
});
