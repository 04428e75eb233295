import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignFolds } from './assign-folds.ts';

test('each kind is cut into runs in its own order', () => {
  const mated = [true, true, false, true, true, false];
  expect([...assignFolds(mated, 2)]).toEqual([0, 0, 0, 1, 1, 1]);
});

test.each([0, 1, 2.5, Number.NaN])('%s folds are refused', (foldCount) => {
  expect(() => assignFolds([true, false], foldCount)).toThrow(expect.objectContaining({ code: 'evaluation-invalid' }));
});

test('folds differ by at most one pair of a kind', () => {
  const check = fc.property(
    fc.array(fc.boolean(), { maxLength: 80 }),
    fc.integer({ min: 2, max: 10 }),
    (mated, count) => {
      const folds = assignFolds(mated, count);
      for (const kind of [true, false]) {
        const sizes = Array.from(
          { length: count },
          (_, k) => mated.filter((m, i) => m === kind && folds[i] === k).length,
        );
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(mated.filter((m) => m === kind).length);
      }
    },
  );
  fc.assert(check, { seed: 1 });
});
