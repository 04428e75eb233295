import { expect, test } from 'vitest';
import { mixWeights } from './mix-weights.ts';

test('mixed weights lie between, by the share of the other', () => {
  const [own, other] = [Float32Array.of(1, -2), Float32Array.of(3, 2)];
  expect(mixWeights(own, other, 0)).toEqual(own);
  expect(mixWeights(own, other, 1)).toEqual(other);
  expect(mixWeights(own, other, 0.25)).toEqual(Float32Array.of(1.5, -1));
});
