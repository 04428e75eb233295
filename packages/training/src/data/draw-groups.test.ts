import { describe, expect, it } from 'vitest';
import { cropOf } from '../testing/crop-of.ts';
import { apparentGroups } from './apparent-groups.ts';
import type { CropSplit } from './crop.ts';
import { drawGroups } from './draw-groups.ts';

const person = (source: string, split: CropSplit = 'groups') => cropOf({ set: 'utkface-groups', source, split });

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
      ...Array.from({ length: 50 }, (_, i) => person(`30_${i % 2}_0_${i}.jpg`)),
      person('80_0_0_learned.jpg', 'train'),
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
