import { expect, test } from 'vitest';
import { allPairs } from './all-pairs.ts';
import { bootstrapIntervals } from './bootstrap-intervals.ts';
import { errorRates } from './error-rates.ts';
import { falseMatchIntervals } from './false-match-intervals.ts';

/** On the unit circle, so that many pairs of two are near. */
const embeddings = Array.from({ length: 40 }, (_, i) => Float32Array.of(Math.cos(i * i), Math.sin(i * i)));
const pairs = allPairs(
  embeddings,
  embeddings.map((_, i) => i % 11),
);

test('intervals are those of the bootstrap that weighs every pair', () => {
  const intervals = bootstrapIntervals(pairs, {
    loose: (resample) => errorRates(resample, 0.2).fmr,
    strict: (resample) => errorRates(resample, 0.97).fmr,
  });
  const [loose, strict] = falseMatchIntervals(pairs, [0.2, 0.97]);
  for (const end of [0, 1] as const) {
    expect(loose?.[end]).toBeCloseTo(intervals.loose?.[end] ?? Number.NaN, 12);
    expect(strict?.[end]).toBeCloseTo(intervals.strict?.[end] ?? Number.NaN, 12);
  }
});

test('there is none where resamples have nobody but one person', () => {
  const two = allPairs(embeddings.slice(0, 2), [0, 1]);
  expect(falseMatchIntervals(two, [0.5])).toEqual([undefined]);
});
