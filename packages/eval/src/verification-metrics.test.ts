import { expect, test } from 'vitest';
import { embeddingPairs } from './embedding-pairs.ts';
import { subjectPairDistribution } from './subject-pairs.ts';
import { METRIC_NAMES, verificationFigures, verificationFiguresWithIntervals } from './verification-metrics.ts';

/** So many people around a circle, three photographs each; some neighbours are nearer than a person's own photographs. */
function people(count: number) {
  const angles = Array.from({ length: count }, (_, person) => [0, 0.04, 0.09].map((turn) => 0.2 * person + turn));
  return embeddingPairs(
    angles.flat().map((angle) => Float32Array.of(3 * Math.cos(angle), 3 * Math.sin(angle))),
    angles.flatMap((own, person) => own.map(() => String(person))),
  );
}

test('every metric that the pairs support has a figure inside its interval', () => {
  const pairs = people(24);
  const plain = verificationFigures(subjectPairDistribution(pairs));
  const figures = verificationFiguresWithIntervals(pairs);
  expect(Object.keys(figures)).toEqual(['auc', 'bestBalancedAccuracy', 'tar@1e-2', 'tar@1e-3']);
  for (const [name, { value, interval }] of Object.entries(figures)) {
    expect(value).toBeCloseTo(plain[name as keyof typeof plain] ?? Number.NaN, 4);
    expect(interval[0]).toBeLessThanOrEqual(value);
    expect(interval[1]).toBeGreaterThanOrEqual(value);
  }
});

test('a figure that the pairs cannot support is left out, not given as 0', () => {
  expect(verificationFigures(subjectPairDistribution(people(1)))).toEqual({});
  expect(METRIC_NAMES).toContain('tar@1e-4');
});
