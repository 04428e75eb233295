import {
  alignmentLandmarks,
  applyTransform,
  distance,
  FIVE_POINT_TEMPLATE,
  invertTransform,
  type RgbImage,
  scaleOf,
  transformFacePoints,
} from '@face-verify/core';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import { CROP_TO_ALIGNED } from './crop.ts';
import { drawFaceless, FACELESS, type FacelessMaterial, SCENE_TO_CROP, type Sight } from './faceless.ts';
import { createRandom } from './random.ts';

const POINTS = transformFacePoints(STRAIGHT_FACE_POINTS, invertTransform(CROP_TO_ALIGNED));

/** Every row of another shade, every column of another tint. */
const crop = (): RgbImage => ({
  widthPx: 144,
  heightPx: 144,
  channels: 3,
  data: Uint8Array.from({ length: 144 * 144 * 3 }, (_, i) => (i % 3 === 0 ? i / 3 / 144 : (i / 3) % 144)),
});
const material = (): FacelessMaterial => ({
  crop: crop(),
  points: POINTS,
  other: crop(),
  backdrops: (sizePx) => ({
    widthPx: sizePx,
    heightPx: sizePx,
    channels: 3,
    data: new Uint8Array(sizePx * sizePx * 3).fill(200),
  }),
  error: () => ({ a: 1, b: 0, tx: 0, ty: 0 }),
});
const draw = (kind: string, seed: number): Sight =>
  FACELESS[kind]?.draw(material(), createRandom(seed)) ?? expect.unreachable();
const sights = (kind: string) => Array.from({ length: 30 }, (_, seed) => draw(kind, seed));

describe.each(Object.keys(FACELESS))('%s', (kind) => {
  it('is a whole picture with an alignment, and the same for the same numbers', () => {
    for (const { image, toAligned } of sights(kind)) {
      expect(image.data).toHaveLength(image.widthPx * image.heightPx * 3);
      expect(scaleOf(toAligned)).toBeGreaterThan(0.25);
      expect(scaleOf(toAligned)).toBeLessThan(3.1);
    }
    expect(draw(kind, 5)).toEqual(draw(kind, 5));
  });
});

it('beside a face, no eye lies where one is said to be', () => {
  const { leftEye } = alignmentLandmarks(POINTS);
  for (const { image, toAligned } of sights('beside a face')) {
    const inPicture = image.widthPx === 144 ? leftEye : applyTransform(invertTransform(SCENE_TO_CROP), leftEye);
    expect(distance(applyTransform(toAligned, inPicture), FIVE_POINT_TEMPLATE.leftEye)).toBeGreaterThan(9);
  }
});

it('a face upside down or on its side is turned by 75 degrees or more', () => {
  for (const { toAligned } of sights('upside down or on its side')) {
    expect(Math.abs(Math.atan2(toAligned.b, toAligned.a)) * (180 / Math.PI)).toBeGreaterThan(74.9);
  }
});

it('a stretched face is wider or narrower by a fifth or more, and no higher', () => {
  for (const { image } of sights('stretched in width')) {
    expect(image.heightPx).toBe(144);
    expect(Math.abs(Math.log(image.widthPx / 144))).toBeGreaterThan(Math.log(1.25));
  }
});

it('a face that is cut off goes on in some rows only', () => {
  for (const { image } of sights('cut off below or above the eyes')) {
    const kept = Array.from(
      { length: 144 },
      (_, y) => image.data[y * 144 * 3] === y && image.data[(y * 144 + 9) * 3 + 1] === 9,
    );
    expect(kept.filter(Boolean).length).toBeGreaterThan(30);
    expect(kept.filter(Boolean).length).toBeLessThan(120);
  }
});

it('kinds are drawn by their shares', () => {
  const wide = Array.from({ length: 400 }, (_, seed) => drawFaceless(material(), createRandom(seed))).filter(
    ({ image }) => image.widthPx !== image.heightPx,
  );
  expect(wide.length / 400).toBeCloseTo(FACELESS['stretched in width']?.share ?? 0, 1);
});
