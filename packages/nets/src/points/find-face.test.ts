import {
  applyTransform,
  composeTransforms,
  facePoints,
  invertTransform,
  type RgbImage,
  type SimilarityTransform,
  templateToInput,
  transformFacePoints,
  warpImage,
} from '@face-verify/core';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import { beforeEach, describe, expect, test } from 'vitest';
import { POINT_INPUT } from './face-point-net.ts';
import { findFace } from './find-face.ts';
import { outputFromFacePoints } from './read-face.ts';

const { sizePx, faceFraction } = POINT_INPUT;
const TO_INPUT = templateToInput(sizePx, faceFraction);

/** Takes a straight face into the photograph. */
const INTO_PHOTOGRAPH: SimilarityTransform = { a: 1.9, b: 0.5, tx: 20, ty: -10 };
const TRUE_POINTS = transformFacePoints(STRAIGHT_FACE_POINTS, INTO_PHOTOGRAPH);
/** Cuts the network's input as straight as it can be. */
const EXACTLY = composeTransforms(TO_INPUT, invertTransform(INTO_PHOTOGRAPH));
const ROUGHLY = composeTransforms({ a: 0.97, b: 0.1, tx: 3, ty: -4 }, EXACTLY);

const PHOTOGRAPH: RgbImage = {
  widthPx: 240,
  heightPx: 240,
  channels: 3,
  data: Uint8Array.from({ length: 240 * 240 * 3 }, (_, i) => 128 + 100 * Math.sin(i / 40) * Math.cos(i / 9_000)),
};

describe('findFace', () => {
  const inputs: RgbImage[] = [];
  /** Sees in each image what is there, but the second time everything a pixel further to the right. */
  const look = async (input: RgbImage) => {
    inputs.push(input);
    const [isSecond, toInput] = inputs.length === 2 ? [1, EXACTLY] : [0, ROUGHLY];
    const seen = facePoints((name) => {
      const { x, y } = applyTransform(toInput, TRUE_POINTS[name]);
      return { x: x + isSecond, y };
    });
    // Then the logarithm of the odds of a face, yaw, pitch and the points' error, which the first look knows nothing of.
    return [...outputFromFacePoints(seen), isSecond * Math.log(3), isSecond, -isSecond / 9, 0];
  };
  beforeEach(() => {
    inputs.length = 0;
  });

  test('looks again as straight as the first look found the face', async () => {
    await findFace(PHOTOGRAPH, ROUGHLY, look);
    expect(inputs).toHaveLength(2);
    const [rough, straight] = [ROUGHLY, EXACTLY].map((toInput) => warpImage(PHOTOGRAPH, toInput, sizePx));
    expect(inputs[0]).toEqual(rough);
    const differences = Array.from(straight?.data ?? [], (value, i) => Math.abs(value - (inputs[1]?.data[i] ?? 256)));
    expect(Math.max(...differences)).toBeLessThanOrEqual(1);
  });

  test('gives what the second look saw, in pixels of the photograph', async () => {
    const { points } = await findFace(PHOTOGRAPH, ROUGHLY, look);
    const { noseTip } = points;
    const inInput = applyTransform(EXACTLY, TRUE_POINTS.noseTip);
    const expected = applyTransform(invertTransform(EXACTLY), { x: inInput.x + 1, y: inInput.y });
    expect(noseTip.x).toBeCloseTo(expected.x, 6);
    expect(noseTip.y).toBeCloseTo(expected.y, 6);
  });

  test('gives what the second look saw of the whole face', async () => {
    const { presence, yawDegrees, pitchDegrees } = await findFace(PHOTOGRAPH, ROUGHLY, look);
    expect(presence).toBeCloseTo(0.75, 6);
    expect(yawDegrees).toBeCloseTo(45, 6);
    expect(pitchDegrees).toBeCloseTo(-5, 6);
  });

  test('refuses a face whose points the first look found in one place', async () => {
    const blind = async () => new Float32Array(38);
    await expect(findFace(PHOTOGRAPH, ROUGHLY, blind)).rejects.toMatchObject({ code: 'geometry-degenerate' });
  });
});
