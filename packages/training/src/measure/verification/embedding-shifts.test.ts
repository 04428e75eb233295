import { expect, test } from 'vitest';
import { embeddingShifts } from './embedding-shifts.ts';

test('shifts are told as 1 − cosine, whatever the length', () => {
  const pair = (x: number, y: number) => [Float32Array.of(3, 0), Float32Array.of(x, y)] as const;
  expect(embeddingShifts([pair(7, 0), pair(0, 2), pair(5, 0)])).toMatchObject({
    mean: expect.closeTo(1 / 3, 6),
    median: expect.closeTo(0, 6),
    p95: expect.closeTo(0.9, 6),
  });
});
