import { ALIGNED_SIZE_PX, FIVE_POINT_TEMPLATE, type RgbImage } from '@face-verify/core';
import { between, type DamageKind } from './damage-kind.ts';

/** What remains in a photograph of the aligned face, in its pixels; its border is repeated outside, as alignment does. */
interface Kept {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const LAST_PX = ALIGNED_SIZE_PX - 1;
const WHOLE: Kept = { left: 0, top: 0, right: LAST_PX, bottom: LAST_PX };
const { leftEye, leftMouthCorner } = FIVE_POINT_TEMPLATE;

function cut(face: RgbImage, { left, top, right, bottom }: Kept): RgbImage {
  const { widthPx, data } = face;
  const inside = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const out = Uint8ClampedArray.from(data, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % widthPx, Math.floor(i / 3 / widthPx)];
    return data[(inside(y, top, bottom) * widthPx + inside(x, left, right)) * 3 + (i % 3)] as number;
  });
  return { ...face, data: out };
}

const cutKind = (title: string, weight: number, draw: (random: () => number) => Partial<Kept>): DamageKind => ({
  title,
  weight,
  draw: (random) => {
    const kept = { ...WHOLE, ...draw(random) };
    return { change: (face) => cut(face, kept) };
  },
});

/** What changes the shape of a face, or leaves part of it outside the photograph, up to where faces are refused. */
export const SHAPE_DAMAGES: readonly DamageKind[] = [
  {
    title: 'Width',
    weight: 6,
    draw: (random) => ({ width: Math.exp(between(random, Math.log(0.7), Math.log(1.45))) }),
  },
  // Until the picture ends at a point.
  cutKind('Forehead cut off', 3, (random) => ({ top: Math.floor(between(random, 10, leftEye.y)) })),
  cutKind('Chin cut off', 1, (random) => ({ bottom: Math.floor(between(random, leftMouthCorner.y, LAST_PX)) })),
  cutKind('Side cut off', 1, (random) => {
    const px = Math.floor(between(random, 8, leftEye.x));
    return random() < 0.5 ? { left: px } : { right: LAST_PX - px };
  }),
];
