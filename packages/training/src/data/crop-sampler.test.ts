import { describe, expect, it } from 'vitest';
import type { CropRecord, CropSet } from './crop.ts';
import { createCropSampler } from './crop-sampler.ts';

function record(set: CropSet, split: 'train' | 'val', row: number): CropRecord {
  return { set, split, row, points: [], scale: 1, source: `${set}-${row}` };
}

const RECORDS = [
  ...Array.from({ length: 50 }, (_, i) => record('celeba', i < 40 ? 'train' : 'val', i)),
  ...Array.from({ length: 50 }, (_, i) => record('pubfig', 'train', i)),
];

describe('the crop sampler', () => {
  const draw = (seed: number) => {
    const sample = createCropSampler(RECORDS, { celeba: 3, pubfig: 1 }, seed);
    return Array.from({ length: 2000 }, (_, picture) => RECORDS[sample(picture)] as CropRecord);
  };

  it('draws the same crop for the same picture, and others with another seed', () => {
    expect(draw(1)).toEqual(draw(1));
    expect(draw(2)).not.toEqual(draw(1));
  });

  it('never draws a crop of the validation split', () => {
    expect(draw(1).filter(({ split }) => split === 'val')).toEqual([]);
  });

  it('draws sets by their shares and reaches every crop', () => {
    const celeba = draw(1).filter(({ set }) => set === 'celeba');
    expect(celeba.length / 2000).toBeCloseTo(0.75, 1);
    expect(new Set(draw(1)).size).toBe(90);
  });

  it('draws no crop that is not usable', () => {
    const isUsable = (crop: number) => crop % 2 === 0;
    const sample = createCropSampler(RECORDS, { celeba: 1 }, 1, isUsable);
    expect(Array.from({ length: 200 }, (_, picture) => sample(picture)).every(isUsable)).toBe(true);
  });

  it('says so where there is nothing to draw', () => {
    expect(() => createCropSampler(RECORDS, { mebeauty: 1 }, 1)).toThrow('no training crop');
    expect(() => createCropSampler([], { celeba: 1 }, 1)).toThrow('no training crop');
  });
});
