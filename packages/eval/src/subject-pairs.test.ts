import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreDistribution } from './score-distribution.ts';
import { indexSubjects, type SubjectPairs, subjectPairDistribution, subjectWeighting } from './subject-pairs.ts';

const pairs: SubjectPairs = {
  similarities: Float64Array.of(0.9, 0.2, 0.9, 0.4),
  probeSubjects: Int32Array.of(0, 0, 1, 2),
  referenceSubjects: Int32Array.of(0, 1, 2, 2),
  subjectCount: 3,
};

test('subjects are numbered as they first occur', () => {
  expect(indexSubjects(['ana', 'ben', 'ana', 'cleo'])).toEqual({
    subjects: Int32Array.of(0, 1, 0, 2),
    subjectCount: 3,
  });
});

test('counted once each, pairs give the distribution of their scores', () => {
  expect(subjectPairDistribution(pairs)).toEqual(scoreDistribution([0.9, 0.4], [0.2, 0.9]));
});

test('weighting subjects equals listing their pairs so many times', () => {
  const multiplicity = fc.integer({ min: 0, max: 3 });
  const check = fc.property(fc.tuple(multiplicity, multiplicity, multiplicity), ([a, b, c]) => {
    const weighted = subjectWeighting(pairs)([a, b, c]);
    expect([...weighted.similarities]).toEqual([0.9, 0.4, 0.2]);
    expect([...weighted.matedWeights]).toEqual([a, c, 0]);
    expect([...weighted.nonMatedWeights]).toEqual([b * c, 0, a * b]);
    expect(weighted).toMatchObject({ matedTotal: a + c, nonMatedTotal: b * c + a * b });
  });
  fc.assert(check, { seed: 1 });
});

test.each([
  ['a column is short', { ...pairs, probeSubjects: Int32Array.of(0) }],
  ['a subject is not of the set', { ...pairs, referenceSubjects: Int32Array.of(0, 1, 2, 3) }],
  ['a subject is negative', { ...pairs, probeSubjects: Int32Array.of(0, 0, -1, 2) }],
  ['a similarity is NaN', { ...pairs, similarities: Float64Array.of(0.9, Number.NaN, 0.9, 0.4) }],
])('pairs are refused where %s', (_case, bad) => {
  expect(() => subjectPairDistribution(bad)).toThrow(expect.objectContaining({ code: 'evaluation-invalid' }));
});
