import { cosineSimilarity, createEmbedding, type Embedding } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import { compareDecisions } from './compare-decisions.ts';

const CONTRACT = drawnContract('drawn', 2);
/** At an angle, and of a length. */
const face = (degrees: number, norm = 1): Embedding => {
  const angle = (degrees / 180) * Math.PI;
  return createEmbedding([norm * Math.cos(angle), norm * Math.sin(angle)], CONTRACT);
};
const HALF = Math.cos(Math.PI / 3);

describe('compareDecisions', () => {
  it('finds nothing where both are the same', () => {
    const faces = [face(0), face(50), face(100), 'no-face'];
    expect(compareDecisions(faces, faces, [HALF, 0.9])).toEqual({
      pairs: 3,
      flips: [],
      otherCaptures: [],
      maxSimilarityDifference: 0,
      maxNormDifference: 0,
    });
  });

  it('counts a pair at each threshold that lies between its two similarities, and says how far', () => {
    const { pairs, flips, maxSimilarityDifference } = compareDecisions(
      [face(0), face(59.9), face(180)],
      [face(0), face(60.1), face(180)],
      [HALF, HALF + 1e-6, 0.7],
    );
    expect(pairs).toBe(3);
    expect(flips.map(({ photographs, threshold }) => [photographs, threshold])).toEqual([
      [[0, 1], HALF],
      [[0, 1], HALF + 1e-6],
    ]);
    expect(flips[0]?.margins[0]).toBeCloseTo(0.00151, 4);
    expect(flips[0]?.margins[1]).toBeCloseTo(-0.00151, 4);
    expect(maxSimilarityDifference).toBeCloseTo(0.00302, 4);
  });

  it('counts a threshold that is just reached as a match, as decisions do', () => {
    const same = face(30);
    const reached = cosineSimilarity(same, same);
    expect(compareDecisions([same, same], [same, face(31)], [reached]).flips).toHaveLength(1);
  });

  it('tells of photographs that only one captures, or that they refuse otherwise', () => {
    const { otherCaptures, pairs } = compareDecisions(
      ['no-face', face(0), 'too-dark', 'no-face', face(1)],
      [face(0), 'no-face', 'too-bright', 'no-face', face(1)],
      [HALF],
    );
    expect(otherCaptures).toEqual([0, 1, 2]);
    expect(pairs).toBe(0);
  });

  it('compares norms as shares of the first', () => {
    expect(compareDecisions([face(0, 10)], [face(0, 11)], []).maxNormDifference).toBeCloseTo(0.1, 6);
  });

  it('refuses faces of different photographs', () => {
    expect(() => compareDecisions([face(0)], [], [])).toThrow(RangeError);
  });
});
