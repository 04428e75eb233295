import { expect, test } from 'vitest';
import { agreesWithGolden } from './agrees-with-golden.ts';

const GOLDEN = [0.1, -0.2, 0.3, 0.05];

test('an embedding agrees where it has nearly the same direction', () => {
  const card = { kind: 'embedder', golden: GOLDEN } as const;
  expect(
    agreesWithGolden(
      card,
      Float32Array.from(GOLDEN, (value) => value * 3 + 1e-5),
    ),
  ).toBe(true);
  expect(agreesWithGolden(card, Float32Array.of(0.1, -0.2, 0.3, 0.1))).toBe(false);
});

test('landmarks agree where each lies within half a pixel', () => {
  const card = { kind: 'landmarks', golden: GOLDEN } as const;
  expect(
    agreesWithGolden(
      card,
      Float32Array.from(GOLDEN, (value) => value + 0.004),
    ),
  ).toBe(true);
  expect(agreesWithGolden(card, Float32Array.of(0.1, -0.2, 0.306, 0.05))).toBe(false);
});

test.for(['embedder', 'landmarks'] as const)('%s: nothing that is no number agrees', (kind) => {
  const card = { kind, golden: GOLDEN };
  for (const output of [[Number.NaN, -0.2, 0.3, 0.05], [Number.NaN, Number.NaN, Number.NaN, Number.NaN], [0.1], []]) {
    expect(agreesWithGolden(card, Float32Array.from(output)), String(output)).toBe(false);
  }
});

test('an embedding of zeros agrees with none', () => {
  expect(agreesWithGolden({ kind: 'embedder', golden: GOLDEN }, new Float32Array(4))).toBe(false);
});
