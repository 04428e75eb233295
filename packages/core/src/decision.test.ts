import { describe, expect, it } from 'vitest';
import { decide } from './decision.ts';
import type { CosineSimilarity } from './embedding.ts';
import type { DecisionThreshold } from './threshold.ts';

const THRESHOLD: DecisionThreshold = { similarity: 0.4, fmr: 'unknown' };

describe('decide', () => {
  it.each([
    [0.4, 'match'],
    [0.9, 'match'],
    [0.3999, 'non-match'],
    [-1, 'non-match'],
  ])('calls a similarity of %d a %s at 0.4', (similarity, outcome) => {
    expect(decide(similarity as CosineSimilarity, THRESHOLD)).toEqual({ outcome, similarity, threshold: THRESHOLD });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1.01, '0.9', null, undefined, true])(
    'decides nothing by a similarity of %s',
    (similarity) => {
      expect(() => decide(similarity as CosineSimilarity, THRESHOLD)).toThrow(
        expect.objectContaining({ code: 'embedding-invalid' }),
      );
    },
  );

  it.each([Number.NaN, Number.NEGATIVE_INFINITY, '', '0.4', null, undefined, false])(
    'decides nothing at a threshold of %s, which a comparison would take for reached',
    (similarity) => {
      const threshold = { ...THRESHOLD, similarity } as DecisionThreshold;
      expect(() => decide(0.1 as CosineSimilarity, threshold)).toThrow(
        expect.objectContaining({ code: 'option-invalid' }),
      );
    },
  );
});
