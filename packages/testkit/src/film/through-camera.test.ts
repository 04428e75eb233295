import type { RgbImage } from '@face-verify/core';
import { expect, test } from 'vitest';
import { seededDraws, throughCamera } from './through-camera.ts';

const GREY: RgbImage = { widthPx: 40, heightPx: 30, channels: 3, data: new Uint8ClampedArray(3600).fill(120) };

test('no two frames of one picture are alike, and the same draws give the same frame', () => {
  const draw = seededDraws(1);
  const [first, second] = [throughCamera(GREY, draw), throughCamera(GREY, draw)];
  expect(first.image.data).not.toEqual(second.image.data);
  expect(throughCamera(GREY, seededDraws(1))).toEqual(first);
});

test('noise keeps the light as it was', () => {
  const data = Array.from(throughCamera(GREY, seededDraws(2)).image.data);
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const spread = Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
  expect(mean).toBeCloseTo(120, 0);
  expect(spread).toBeGreaterThan(3);
  expect(spread).toBeLessThan(5);
});
