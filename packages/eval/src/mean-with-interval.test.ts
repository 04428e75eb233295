import { describe, expect, it } from 'vitest';
import { meanWithInterval } from './mean-with-interval.ts';

const seen = (identity: string, value: number, times: number) =>
  Array.from({ length: times }, () => ({ identity, value }));

describe('a mean with its interval', () => {
  it('counts every observation', () => {
    expect(meanWithInterval([...seen('a', 0, 3), ...seen('b', 1, 1)]).value).toBe(0.25);
  });

  it('is no surer for many observations of the same people', () => {
    expect(meanWithInterval([...seen('a', 0, 1000), ...seen('b', 1, 1000)]).interval).toEqual([0, 1]);
  });

  it('is surer for more people', () => {
    const people = Array.from({ length: 100 }, (_, i) => ({ identity: `person ${i}`, value: i % 2 }));
    const [low, high] = meanWithInterval(people).interval as [number, number];
    expect(low).toBeGreaterThan(0.35);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    expect(high).toBeLessThan(0.65);
  });

  it('has no width where all people are the same', () => {
    expect(meanWithInterval([...seen('a', 2, 3), ...seen('b', 2, 5)])).toEqual({ value: 2, interval: [2, 2] });
  });
});

it.each([
  ['no observation', []],
  ['an observation that is not a number', [{ identity: 'a', value: Number.NaN }]],
])('a mean of %s is refused', (_case, observations) => {
  expect(() => meanWithInterval(observations)).toThrow(expect.objectContaining({ code: 'evaluation-invalid' }));
});
