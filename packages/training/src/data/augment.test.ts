import type { RgbImage } from '@face-verify/core';
import { describe, expect, it } from 'vitest';
import { augmentCrop, STANDARD_AUGMENTATION } from './augment.ts';
import { CROP_BYTES, CROP_MARGIN_PX, CROP_SIZE_PX } from './crop.ts';
import { createRandom } from './random.ts';

function crop(): RgbImage {
  const data = Uint8Array.from({ length: CROP_BYTES }, (_, i) => (i * 7 + Math.floor(i / 432) * 13) % 256);
  return { widthPx: CROP_SIZE_PX, heightPx: CROP_SIZE_PX, channels: 3, data };
}

const NONE = {
  shiftPx: 0,
  rotationDegrees: 0,
  scale: [1, 1],
  colour: 0,
  greyProbability: 0,
  resampleProbability: 0,
  motionBlurProbability: 0,
  occlusionProbability: 0,
} as const;

describe('augmentCrop', () => {
  it('gives 112 × 112 pixels, the same for the same random numbers', () => {
    const twice = [1, 1, 2].map((seed) => augmentCrop(crop(), STANDARD_AUGMENTATION, createRandom(seed)));
    expect(twice[0]).toMatchObject({ widthPx: 112, heightPx: 112 });
    expect(twice[0]?.data).toEqual(twice[1]?.data);
    expect(twice[0]?.data).not.toEqual(twice[2]?.data);
  });

  it('is the middle of the crop where nothing varies but the side', () => {
    const source = crop();
    const face = augmentCrop(source, NONE, () => 0.9);
    const at = (x: number, y: number) => source.data[((y + CROP_MARGIN_PX) * CROP_SIZE_PX + x + CROP_MARGIN_PX) * 3];
    expect(face.data[0]).toBe(at(0, 0));
    expect(face.data[(50 * 112 + 20) * 3]).toBe(at(20, 50));
  });

  it('makes grey pictures grey', () => {
    const face = augmentCrop(crop(), { ...NONE, greyProbability: 1 }, createRandom(3));
    for (let i = 0; i < face.data.length; i += 3) expect(face.data[i]).toBe(face.data[i + 1]);
  });
});
