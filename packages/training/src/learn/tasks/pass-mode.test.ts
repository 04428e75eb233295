import { expect, it } from 'vitest';
import { passMode } from './pass-mode.ts';

it.each([
  [undefined, 1_000_000, 'train'],
  [600, 599, 'train'],
  [600, 600, 'evaluate'],
  [0, 0, 'evaluate'],
])('with kept norms from %s on, a batch at picture %s is a pass in mode %s', (keptNormsFrom, picture, mode) => {
  expect(passMode(keptNormsFrom === undefined ? {} : { keptNormsFrom }, [picture, picture + 1])).toBe(mode);
});
