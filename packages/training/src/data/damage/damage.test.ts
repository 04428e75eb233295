import { ALIGNED_SIZE_PX, alignFace, FIVE_POINT_TEMPLATE, type RgbImage } from '@face-verify/core';
import { describe, expect, it } from 'vitest';
import { augmentCrop } from '../augment.ts';
import { CROP_MARGIN_PX, CROP_SIZE_PX } from '../crop.ts';
import { createRandom } from '../random.ts';
import { DAMAGE_KINDS, drawDamage } from './draw-damage.ts';
import { SHAPE_DAMAGES } from './shape-damages.ts';

const NO_VARIATION = {
  shiftPx: 0,
  rotationDegrees: 0,
  scale: [1, 1],
  colour: 0,
  greyProbability: 0,
  resampleProbability: 0,
  motionBlurProbability: 0,
  occlusionProbability: 0,
} as const;
/** Never mirrors. */
const STEADY = () => 0.9;

/** Smooth, coloured, and different in every place. */
function draw(widthPx: number, value: (x: number, y: number, channel: number) => number): RgbImage {
  const data = Uint8ClampedArray.from({ length: widthPx * CROP_SIZE_PX * 3 }, (_, i) =>
    value(Math.floor(i / 3) % widthPx, Math.floor(i / 3 / widthPx), i % 3),
  );
  return { widthPx, heightPx: CROP_SIZE_PX, channels: 3, data };
}
const wave = (x: number, y: number, c: number) => 120 + 60 * Math.sin(x / 9 + c) * Math.cos(y / 11);
const square = (value = wave): RgbImage => {
  const { data } = draw(ALIGNED_SIZE_PX, value);
  return {
    widthPx: ALIGNED_SIZE_PX,
    heightPx: ALIGNED_SIZE_PX,
    channels: 3,
    data: data.slice(0, ALIGNED_SIZE_PX ** 2 * 3),
  };
};

describe('a stretched photograph', () => {
  it.each([0.75, 1.33])('of %f times the width is learned as the pipeline would align it', (asked) => {
    const widthPx = Math.round(asked * CROP_SIZE_PX);
    const width = widthPx / CROP_SIZE_PX;
    const photograph = draw(widthPx, (x, y, c) => wave((x + 0.5) / width - 0.5, y, c));
    const moved = Object.fromEntries(
      Object.entries(FIVE_POINT_TEMPLATE).map(([name, { x, y }]) => [
        name,
        { x: (x + CROP_MARGIN_PX + 0.5) * width - 0.5, y: y + CROP_MARGIN_PX },
      ]),
    ) as unknown as typeof FIVE_POINT_TEMPLATE;
    const aligned = alignFace(photograph, moved).image;
    const learned = augmentCrop(draw(CROP_SIZE_PX, wave), NO_VARIATION, STEADY, { width });
    const worst = Math.max(...Array.from(aligned.data, (value, i) => Math.abs(value - (learned.data[i] as number))));
    expect(worst).toBeLessThan(3);
  });
});

describe('a cut', () => {
  it('repeats the border of what is left, as alignment does', () => {
    const forehead = SHAPE_DAMAGES.find(({ title }) => title === 'Forehead cut off');
    const rows = square((_, y) => 2 * y);
    const cut = forehead?.draw(() => 0.5).change?.(rows, STEADY);
    const column = Array.from(
      { length: ALIGNED_SIZE_PX },
      (_, y) => (cut?.data[y * ALIGNED_SIZE_PX * 3] as number) / 2,
    );
    expect(column.slice(0, 31)).toEqual(Array(31).fill(30));
    expect(column.slice(31)).toEqual(Array.from({ length: ALIGNED_SIZE_PX - 31 }, (_, i) => 31 + i));
  });
});

describe('the damages of a run', () => {
  const SHARE = { share: 0.4, group: 8 };

  it('are the same on neighbours, and others elsewhere', () => {
    const widths = Array.from({ length: 4000 }, (_, picture) => drawDamage(SHARE, 3, picture).width);
    for (let i = 0; i < widths.length; i += 8) expect(new Set(widths.slice(i, i + 8)).size).toBe(1);
    const stretched = widths.filter((width) => width !== undefined);
    expect(new Set(stretched).size).toBe(stretched.length / 8);
    for (const width of stretched) expect(width).toBeGreaterThanOrEqual(0.7);
  });

  it('are as many as were asked for, of every kind', () => {
    const all = Array.from({ length: 16_000 }, (_, i) => drawDamage(SHARE, 3, 8 * i));
    const damaged = all.filter(({ width, change }) => width ?? change).length / all.length;
    expect(damaged).toBeCloseTo(SHARE.share, 1);
    expect(drawDamage({ ...SHARE, share: 0 }, 3, 5)).toEqual({});
  });

  it.each(DAMAGE_KINDS.filter(({ title }) => title !== 'Width'))(
    '$title changes a face, and every face alike',
    (kind) => {
      const { change } = kind.draw(createRandom(2));
      const damaged = [1, 1].map((stream) => change?.(square(), createRandom(stream)).data);
      expect(damaged[0]).toEqual(damaged[1]);
      expect(damaged[0]).not.toEqual(square().data);
      expect(damaged[0]?.length).toBe(square().data.length);
    },
  );
});
