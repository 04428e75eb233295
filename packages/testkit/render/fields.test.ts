import { expect, test } from 'vitest';
import { hash, interpolate, noise, normalDraw, smoothstep } from './fields.ts';

test('a smooth step rises from 0 to 1, or falls where its ends are swapped', () => {
  expect([-1, 0, 0.5, 1, 2].map((x) => smoothstep(0, 1, x))).toEqual([0, 0, 0.5, 1, 1]);
  expect(smoothstep(1, 0, 0.25)).toBeCloseTo(1 - smoothstep(0, 1, 0.25));
});

test('interpolation passes through its knots and is constant outside them', () => {
  const knots = [
    [0, 1],
    [2, 5],
    [4, 3],
  ] as const;
  expect([-1, 0, 1, 2, 3, 4, 9].map((x) => interpolate(knots, x))).toEqual([1, 1, 3, 5, 4, 3, 3]);
});

test('draws depend on the seed and on the index only', () => {
  expect(hash(1, 2, 3, 4)).toBe(hash(1, 2, 3, 4));
  expect(hash(1, 2, 3, 4)).not.toBe(hash(2, 2, 3, 4));
  expect(normalDraw(5, 6)).toBe(normalDraw(5, 6));
});

test('normal draws have mean 0 and variance 1', () => {
  const draws = Array.from({ length: 4000 }, (_, i) => normalDraw(9, i));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 0.9);
});

test('noise is continuous and stays within [-1, 1]', () => {
  for (let i = 0; i < 200; i++) {
    const x = i * 0.173;
    expect(Math.abs(noise(3, x, 2 * x, -x))).toBeLessThanOrEqual(1);
    expect(noise(3, x + 1e-6, 2 * x, -x)).toBeCloseTo(noise(3, x, 2 * x, -x), 4);
  }
});
