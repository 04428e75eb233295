import { describe, expect, it } from 'vitest';
import { cropOf } from '../../testing/crop-of.ts';
import { measureImpostors } from './impostor-groups.ts';

const person = (source: string) => cropOf({ set: 'utkface-groups', source });

describe('measureImpostors', () => {
  it('gives the share of pairs at or above each threshold', () => {
    const crops = [0, 0.1, 2].map((angle, i) => ({
      record: person(`30_0_0_${i}.jpg`),
      embedding: Float32Array.of(Math.cos(angle), Math.sin(angle)),
    }));
    const threshold = { similarity: 0.9, targetFmr: 0.01, fmrInterval: [0, 1], measuredOn: 'a set' } as const;
    const group = measureImpostors(crops, [threshold]);
    expect(group).toMatchObject({ crops: 3, pairs: 3 });
    expect(group.falseMatches[0]?.fmr).toBeCloseTo(1 / 3);
    expect(group.meanSimilarity).toBeCloseTo((Math.cos(0.1) + Math.cos(2) + Math.cos(1.9)) / 3);
  });

  it('does not know a rate without pairs, which is not 0', () => {
    const crop = { record: person('30_0_0_1.jpg'), embedding: Float32Array.of(1, 0) };
    const threshold = { similarity: 0.9, targetFmr: 0.01, fmrInterval: [0, 1], measuredOn: 'a set' } as const;
    expect(measureImpostors([crop], [threshold])).toEqual({
      crops: 1,
      pairs: 0,
      meanSimilarity: null,
      falseMatches: [{ targetFmr: 0.01, fmr: null, interval: null }],
    });
  });
});
