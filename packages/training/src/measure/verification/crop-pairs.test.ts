import { describe, expect, it } from 'vitest';
import { cropOf } from '../../testing/crop-of.ts';
import { cropPairs } from './crop-pairs.ts';

const CROPS = [
  { record: cropOf({ identity: 'a', scale: 1 }), embedding: Float32Array.of(1, 0) },
  { record: cropOf({ identity: 'a', scale: 2 }), embedding: Float32Array.of(3, 4) },
  { record: cropOf({ identity: 'b', scale: 1 }), embedding: Float32Array.of(0, 2) },
];

describe('cropPairs', () => {
  it('compares every crop with every other, whatever the length of the embeddings', () => {
    const { similarities, probeSubjects, referenceSubjects } = cropPairs(CROPS);
    expect([...similarities].map((value) => Number(value.toFixed(6)))).toEqual([0.6, 0, 0.8]);
    expect([...probeSubjects].map((subject, i) => subject === referenceSubjects[i])).toEqual([true, false, false]);
  });

  it('leaves out the pairs that do not count', () => {
    const { similarities, subjectCount } = cropPairs(CROPS, (probe, reference) => probe.scale !== reference.scale);
    expect([...similarities].map((value) => Number(value.toFixed(6)))).toEqual([0.6, 0.8]);
    expect(subjectCount).toBe(2);
  });

  it('takes each crop of nobody named for another person', () => {
    const crops = ['1.jpg', '2.jpg'].map((source) => ({
      record: cropOf({ source }),
      embedding: Float32Array.of(1, 0),
    }));
    const { probeSubjects, referenceSubjects } = cropPairs(crops);
    expect(probeSubjects[0]).not.toBe(referenceSubjects[0]);
  });
});
