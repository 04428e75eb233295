import { describe, expect, it } from 'vitest';
import type { CropRecord } from '../crop.ts';
import { createSampler, type SamplerConfig } from './create-sampler.ts';
import { labelledClasses } from './labelled-classes.ts';

function record(identity: string | undefined, more: Partial<CropRecord> = {}): CropRecord {
  const named = identity === undefined ? {} : { identity };
  return { set: 'celeba', split: 'train', row: 0, points: [], scale: 1, source: '', ...named, ...more };
}

/** Ten crops of ada, six of ben, two of cy, and crops that are not to be learned from. */
const RECORDS = [
  ...Array.from({ length: 6 }, () => record('ben')),
  ...Array.from({ length: 10 }, () => record('ada')),
  ...Array.from({ length: 2 }, () => record('cy')),
  record('ada', { suspect: true }),
  record('dan', { split: 'val' }),
  record('eve', { set: 'other' }),
  record(undefined),
];
const CLASSES = labelledClasses(RECORDS, { sets: ['celeba'] });

const draw = (config: SamplerConfig, seed: number, pictures: number, from = 0) => {
  const sample = createSampler(config, CLASSES, seed);
  return Array.from({ length: pictures }, (_, i) => sample(from + i));
};
const SHUFFLED = { kind: 'shuffled' } as const;
const PK = { kind: 'pk', perIdentity: 4 } as const;

describe('labelled classes', () => {
  it('are the trusted training crops of each identity, by name', () => {
    expect(CLASSES.map(({ identity, crops }) => [identity, crops.length])).toEqual([
      ['ada', 10],
      ['ben', 6],
      ['cy', 2],
    ]);
    expect(CLASSES.every(({ identity, crops }) => crops.every((i) => RECORDS[i]?.identity === identity))).toBe(true);
  });

  it('leave the long tail out', () => {
    expect(labelledClasses(RECORDS, { minimumCrops: 6 }).map(({ identity }) => identity)).toEqual(['ada', 'ben']);
  });

  it('are of all sets where none is named', () => {
    expect(labelledClasses(RECORDS, {}).map(({ identity }) => identity)).toContain('eve');
  });

  it('of which there is only one cannot be told apart', () => {
    expect(() => labelledClasses(RECORDS, { minimumCrops: 7 })).toThrow('Identities to tell apart: 1');
  });
});

describe.each([SHUFFLED, PK])('the sampler $kind', (config) => {
  it('draws the same picture whenever it is asked, and others with another seed', () => {
    expect(draw(config, 1, 100).slice(37)).toEqual(draw(config, 1, 63, 37));
    expect(draw(config, 2, 100)).not.toEqual(draw(config, 1, 100));
  });

  it('says of every crop whose it is', () => {
    for (const { crop, label } of draw(config, 1, 100)) expect(CLASSES[label]?.crops).toContain(crop);
  });
});

describe('the shuffled sampler', () => {
  it('draws every crop once in a round, and every round in another order', () => {
    const [first, second] = [draw(SHUFFLED, 1, 18), draw(SHUFFLED, 1, 18, 18)];
    for (const round of [first, second]) expect(new Set(round.map(({ crop }) => crop)).size).toBe(18);
    expect(second).not.toEqual(first);
  });
});

describe('the PK sampler', () => {
  const groups = (pictures: number) => {
    const drawn = draw(PK, 1, pictures);
    return Array.from({ length: pictures / 4 }, (_, g) => drawn.slice(4 * g, 4 * g + 4));
  };

  it('draws four pictures of one identity after the other, every identity in turn', () => {
    const labels = groups(36).map((group) => new Set(group.map(({ label }) => label)));
    expect(labels.every(({ size }) => size === 1)).toBe(true);
    for (const round of [0, 3, 6]) {
      expect(new Set(labels.slice(round, round + 3).flatMap((own) => [...own])).size).toBe(3);
    }
  });

  it('repeats a crop in a group only where the identity has too few', () => {
    for (const group of groups(120)) {
      const different = new Set(group.map(({ crop }) => crop)).size;
      if (group[0]?.label === 2) expect(different).toBeLessThanOrEqual(2);
      else expect(different).toBe(4);
    }
  });

  it('reaches every crop', () => {
    expect(new Set(draw(PK, 1, 600).map(({ crop }) => crop)).size).toBe(18);
  });
});
