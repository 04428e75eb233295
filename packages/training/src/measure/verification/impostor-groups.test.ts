import { describe, expect, it } from 'vitest';
import { apparentGroups } from '../../data/apparent-groups.ts';
import { cropOf } from '../../testing/crop-of.ts';
import { drawGroups, measureImpostors } from './impostor-groups.ts';

const person = (source: string, row = 0) => cropOf({ set: 'utkface', source, row });

describe('apparent groups', () => {
  it('are read from the name of the source', () => {
    expect(apparentGroups(person('25_1_2_20170116174525125.jpg.chip.jpg'))).toEqual([
      'race: Asian',
      'gender: female',
      'age: 20–39',
    ]);
    expect(apparentGroups(person('61_0_0_x.jpg'))).toContain('age: 60 and above');
  });

  it('are none where the name says less', () => {
    expect(apparentGroups(person('39_1_20170116174525125.jpg.chip.jpg'))).toEqual([]);
  });

  it('are drawn from the crops kept from training, up to so many of each, the same for the same seed', () => {
    const records = [
      ...Array.from({ length: 50 }, (_, i) => person(`30_${i % 2}_0_${i}.jpg`, 8 * i)),
      person('80_0_0_learned.jpg', 1),
      cropOf({ source: '30_0_0_other.jpg' }),
    ];
    const drawn = drawGroups(records, 10, 1);
    expect([...drawn.keys()]).toEqual(['age: 20–39', 'gender: female', 'gender: male', 'race: White']);
    expect([...drawn.values()].map((members) => members.length)).toEqual([10, 10, 10, 10]);
    expect(drawn.get('gender: female')?.every((index) => index % 2 === 1)).toBe(true);
    expect(drawGroups(records, 10, 1)).toEqual(drawn);
    expect(drawGroups(records, 10, 2)).not.toEqual(drawn);
  });
});

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
});
