import { expect, test, vi } from 'vitest';
import { rememberLast } from './remember-last.ts';

test('nothing is made anew of what was given last', () => {
  const make = vi.fn((a: number, b: string) => ({ a, b }));
  const remembering = rememberLast(make);
  const first = remembering(1, 'x');
  expect(remembering(1, 'x')).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
  expect(remembering(2, 'x')).toEqual({ a: 2, b: 'x' });
  expect(remembering(2, 'y')).toEqual({ a: 2, b: 'y' });
  expect(make).toHaveBeenCalledTimes(3);
});
