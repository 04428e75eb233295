import { expect, test } from 'vitest';
import { rasterise } from './rasterise.ts';

/** Two triangles over the whole of a 4×4 image, the second nearer on its left half. */
const screen = Float32Array.from([-1, -1, 5, 9, -1, 5, -1, 9, 5, -1, -1, 2, 1.5, -1, 2, -1, 40, 2]);

test('the nearer triangle is seen where two overlap', () => {
  const { triangle, depth } = rasterise(screen, Uint32Array.of(0, 1, 2, 3, 4, 5), 4, 4);
  expect(triangle[0]).toBe(1);
  expect(depth[0]).toBe(2);
  expect(triangle[3]).toBe(0);
  expect(depth[3]).toBe(5);
});

test('samples outside every triangle are empty', () => {
  const { triangle, depth } = rasterise(Float32Array.of(0, 0, 1, 1, 0, 1, 0, 1, 1), Uint32Array.of(0, 1, 2), 3, 3);
  expect(triangle[8]).toBe(-1);
  expect(depth[8]).toBe(Number.POSITIVE_INFINITY);
});

test('weights of the corners give back the sample’s place, whichever way round the triangle runs', () => {
  for (const corners of [
    [0, 1, 2],
    [0, 2, 1],
  ]) {
    const { second, third } = rasterise(screen, Uint32Array.from(corners), 4, 4);
    const at = 2 * 4 + 1;
    const [x, y] = [0, 1].map((axis) => {
      const [a = 0, b = 0, c = 0] = corners.map((corner) => screen[3 * corner + axis] ?? 0);
      return a + (second[at] ?? 0) * (b - a) + (third[at] ?? 0) * (c - a);
    });
    expect(x).toBeCloseTo(1, 5);
    expect(y).toBeCloseTo(2, 5);
  }
});

test('a triangle without area draws nothing', () => {
  const line = Float32Array.of(0, 0, 1, 2, 2, 1, 1, 1, 1);
  expect([...rasterise(line, Uint32Array.of(0, 1, 2), 3, 3).triangle]).toEqual(new Array(9).fill(-1));
});
