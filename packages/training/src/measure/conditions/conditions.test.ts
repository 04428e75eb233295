import { FIVE_POINT_TEMPLATE, type RgbImage } from '@face-verify/core';
import { describe, expect, it, test } from 'vitest';
import type { FoundPhotograph } from './condition.ts';
import { CONDITIONS, nameOfStep } from './conditions.ts';
import { imageName } from './image-outcome.ts';

const SIDE_PX = 160;
/** The template's face, with room around it. */
const LANDMARKS = Object.fromEntries(
  Object.entries(FIVE_POINT_TEMPLATE).map(([name, { x, y }]) => [name, { x: x + 24, y: y + 24 }]),
) as unknown as FoundPhotograph['landmarks'];

/** Smooth, coloured, and different in every place. */
function photograph(index = 0): FoundPhotograph {
  const data = Uint8ClampedArray.from({ length: SIDE_PX * SIDE_PX * 3 }, (_, i) => {
    const [x, y] = [(i / 3) % SIDE_PX, i / 3 / SIDE_PX];
    return 110 + 60 * Math.sin(x / 7 + (i % 3)) * Math.cos(y / 9);
  });
  const image: RgbImage = { widthPx: SIDE_PX, heightPx: SIDE_PX, channels: 3, data };
  const box = { xPx: 45, yPx: 50, widthPx: 70, heightPx: 70 };
  return { identity: 'somebody', index, image, landmarks: LANDMARKS, box };
}

const STEPS = CONDITIONS.flatMap((condition) =>
  condition.steps.map((step) => ({ name: nameOfStep(condition, step), step })),
);

function step(name: string) {
  const found = STEPS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found.step;
}

const pixelAt = ({ data, widthPx }: RgbImage, x: number, y: number) => [
  ...data.subarray((y * widthPx + x) * 3, (y * widthPx + x) * 3 + 3),
];

test('every step has a name of its own, and the photographs as they are come first', () => {
  expect(new Set(STEPS.map(({ name }) => name)).size).toBe(STEPS.length);
  expect(STEPS[0]?.name).toBe('As it is');
});

describe.each(STEPS)('$name', ({ name, step: { apply } }) => {
  it('gives a whole picture, the same each time, and leaves the photograph alone', async () => {
    const original = photograph();
    const before = imageName(original.image);
    const once = await apply(original);
    expect(once.data.length).toBe(once.widthPx * once.heightPx * 3);
    expect(imageName(original.image)).toBe(before);
    expect(imageName(await apply(original))).toBe(imageName(once));
    if (name !== 'As it is') expect(imageName(once)).not.toBe(before);
  });
});

describe('a condition does what its name says', () => {
  test('width changes the width alone', async () => {
    const wide = await step('Width, × 1.78').apply(photograph());
    expect([wide.widthPx, wide.heightPx]).toEqual([285, SIDE_PX]);
  });

  test('a picture turned by 180° has its last pixel first', async () => {
    const turned = await step('Turned in the picture, 180°').apply(photograph());
    expect(pixelAt(turned, 0, 0)).toEqual(pixelAt(photograph().image, SIDE_PX - 1, SIDE_PX - 1));
  });

  test('dark is a share of every value, overexposed a multiple that is cut off', async () => {
    const value = photograph().image.data[0] as number;
    expect((await step('Dark, ÷ 25').apply(photograph())).data[0]).toBe(Math.round(value / 25));
    expect((await step('Overexposed, × 4').apply(photograph())).data[0]).toBe(255);
  });

  test('a mosaic has blocks of one colour', async () => {
    const { data } = await step('Mosaic, 3 blocks between the eyes').apply(photograph());
    const row = [...data.subarray(0, 36)].filter((_, i) => i % 3 === 0);
    expect(new Set(row).size).toBe(1);
  });

  test('a picture that ends below the eyes shows no nose', async () => {
    const { heightPx } = await step('Picture ends, below the eyes').apply(photograph());
    expect(heightPx).toBeGreaterThan(LANDMARKS.leftEye.y);
    expect(heightPx).toBeLessThan(LANDMARKS.noseTip.y);
  });

  test('sunglasses lie on the eyes and leave the mouth', async () => {
    const worn = await step('Sunglasses').apply(photograph());
    const { leftEye, leftMouthCorner } = LANDMARKS;
    expect(Math.max(...pixelAt(worn, Math.round(leftEye.x), Math.round(leftEye.y)))).toBeLessThan(30);
    const mouth = [Math.round(leftMouthCorner.x), Math.round(leftMouthCorner.y)] as const;
    expect(pixelAt(worn, ...mouth)).toEqual(pixelAt(photograph().image, ...mouth));
  });

  test('a face in a scene is as small as it says', async () => {
    const scene = await step('Small in a scene, face 7 % of the long side').apply(photograph());
    expect([scene.widthPx, scene.heightPx]).toEqual([1280, 960]);
    // The scene's wall, where the photograph is not.
    expect(pixelAt(scene, 600, 300)).toEqual([0xcf, 0xc6, 0xb8]);
  });

  test('noise is another on every photograph', async () => {
    const [one, other] = [photograph(0), photograph(1)].map((each) => step('Noise, deviation 15 of 255').apply(each));
    expect(imageName((await one) as RgbImage)).not.toBe(imageName((await other) as RgbImage));
  });
});
