import { describe, expect, it } from 'vitest';
import {
  applyTransform,
  composeTransforms,
  distance,
  fitSimilarity,
  invertTransform,
  type Point,
  type SimilarityTransform,
} from './geometry.ts';

const TRANSFORM: SimilarityTransform = { a: 0.8, b: -0.6, tx: 12, ty: -7 };
const POINTS: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 10, y: 2 },
  { x: 4, y: 9 },
];

describe('similarity transforms', () => {
  it('are undone by their inverse', () => {
    for (const point of POINTS) {
      const back = applyTransform(invertTransform(TRANSFORM), applyTransform(TRANSFORM, point));
      expect(distance(back, point)).toBeLessThan(1e-12);
    }
  });

  it('compose in the order outer after inner', () => {
    const outer = { a: 2, b: 0, tx: 1, ty: 1 };
    for (const point of POINTS) {
      const stepwise = applyTransform(outer, applyTransform(TRANSFORM, point));
      expect(distance(applyTransform(composeTransforms(outer, TRANSFORM), point), stepwise)).toBeLessThan(1e-12);
    }
  });

  it('are found again from points that they moved', () => {
    const fitted = fitSimilarity(
      POINTS,
      POINTS.map((point) => applyTransform(TRANSFORM, point)),
    );
    expect(fitted.a).toBeCloseTo(TRANSFORM.a);
    expect(fitted.b).toBeCloseTo(TRANSFORM.b);
    expect(fitted.tx).toBeCloseTo(TRANSFORM.tx);
    expect(fitted.ty).toBeCloseTo(TRANSFORM.ty);
  });

  it('fit noisy points better than any nearby transform', () => {
    const targets = POINTS.map(({ x, y }, i) => ({ x: x + (i === 1 ? 1 : 0), y: y - (i === 2 ? 1 : 0) }));
    const cost = (transform: SimilarityTransform) =>
      POINTS.reduce((sum, point, i) => sum + distance(applyTransform(transform, point), targets[i] as Point) ** 2, 0);
    const best = fitSimilarity(POINTS, targets);
    for (const key of ['a', 'b', 'tx', 'ty'] as const) {
      for (const step of [-0.01, 0.01]) expect(cost({ ...best, [key]: best[key] + step })).toBeGreaterThan(cost(best));
    }
  });

  it('never mirror', () => {
    const mirrored = POINTS.map(({ x, y }) => ({ x: -x, y }));
    const { a, b } = fitSimilarity(POINTS, mirrored);
    expect(a * a + b * b).toBeGreaterThan(0);
  });

  it.each([
    ['one point', [{ x: 1, y: 1 }], [{ x: 2, y: 2 }]],
    ['different numbers of points', POINTS, POINTS.slice(1)],
    ['points that coincide', [POINTS[0], POINTS[0]], [POINTS[0], POINTS[1]]],
    [
      'points that coincide but for rounding',
      [0, 1, 2].map((i) => ({ x: 47.1 + i * 1e-14, y: 123.3 })),
      POINTS.slice(0, 3),
    ],
    [
      'a point that is not a number',
      [
        { x: Number.NaN, y: 0 },
        { x: 1, y: 1 },
      ],
      POINTS.slice(1),
    ],
  ])('cannot be fitted to %s', (_, from, to) => {
    expect(() => fitSimilarity(from as Point[], to as Point[])).toThrow(
      expect.objectContaining({ code: 'geometry-degenerate' }),
    );
  });

  it('have no inverse where the scale is zero', () => {
    expect(() => invertTransform({ a: 0, b: 0, tx: 1, ty: 1 })).toThrow(
      expect.objectContaining({ code: 'geometry-degenerate' }),
    );
  });
});
