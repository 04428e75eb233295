import { expect, test } from 'vitest';
import { chooseThreshold } from './choose-threshold.ts';

const THRESHOLDS = [0.01, 0.001].map((targetFmr) => ({
  similarity: 0.5,
  targetFmr,
  fmrInterval: [0, 1] as const,
  measuredOn: 'nothing',
}));

test('the threshold is the one for exactly that false match rate', () => {
  expect(chooseThreshold(THRESHOLDS, 0.001)).toBe(THRESHOLDS[1]);
});

test('another rate than those measured is refused, not rounded', () => {
  expect(() => chooseThreshold(THRESHOLDS, 0.002)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
});

test('a model without thresholds has none for any rate', () => {
  expect(chooseThreshold([], 0.001)).toBeUndefined();
});
