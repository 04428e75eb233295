import { expect, test } from 'vitest';
import { agreesWithGolden, MAX_POINT_SHIFT_PX } from './agrees-with-golden.ts';

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

test.for([
  [-0.061, false],
  [-0.059, true],
  [0.059, true],
  [0.061, false],
] as const)(
  'an output of the point network that lies %f px beside the golden one: agrees is %s',
  ([shiftPx, agrees]) => {
    const card = { kind: 'points', golden: GOLDEN } as const;
    expect(MAX_POINT_SHIFT_PX).toBe(0.06);
    for (const moved of GOLDEN.keys()) {
      // The network's output counts in units of 12 px.
      const output = Float32Array.from(GOLDEN, (value, i) => (i === moved ? value + shiftPx / 12 : value));
      expect(agreesWithGolden(card, output), `output ${moved}`).toBe(agrees);
    }
  },
);

test.for([
  [0.039, true],
  [0.041, false],
] as const)('a kept value of a detector’s output that is %f off: agrees is %s', ([shift, agrees]) => {
  const card = { kind: 'detector', golden: [1, 2, 3] } as const;
  const output = new Float32Array(61 * 2 + 1);
  for (const i of [0, 1, 2]) output[61 * i] = i + 1;
  output[61] = 2 + shift;
  expect(agreesWithGolden(card, output)).toBe(agrees);
  expect(agreesWithGolden(card, output.subarray(1))).toBe(false);
});

test.for(['embedder', 'points', 'detector'] as const)('%s: nothing that is no number agrees', (kind) => {
  const card = { kind, golden: GOLDEN };
  for (const output of [[Number.NaN, -0.2, 0.3, 0.05], [Number.NaN, Number.NaN, Number.NaN, Number.NaN], [0.1], []]) {
    const row = Float32Array.from(kind === 'detector' ? output.flatMap((value) => [value, ...new Array(60)]) : output);
    expect(agreesWithGolden(card, row), String(output)).toBe(false);
  }
});

test('an embedding of zeros agrees with none', () => {
  expect(agreesWithGolden({ kind: 'embedder', golden: GOLDEN }, new Float32Array(4))).toBe(false);
});
