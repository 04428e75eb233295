import { describe, expect, it } from 'vitest';
import type { SeenBox } from './read-blaze-face.ts';
import { suppressWeaker } from './suppress-weaker.ts';

function box(score: number, left: number, width = 1): SeenBox {
  return { score, left, top: 0, right: left + width, bottom: 1, points: [left, 10 * score] };
}

describe('suppressWeaker', () => {
  it('makes one face of boxes that overlap: their mean, weighted by score, with the best score', () => {
    const [face, ...others] = suppressWeaker([box(0.6, 0.3), box(0.9, 0)]);
    expect(others).toEqual([]);
    expect(face?.score).toBe(0.9);
    expect(face?.left).toBeCloseTo(0.12, 9);
    expect(face?.right).toBeCloseTo(1.12, 9);
    expect(face?.points[1]).toBeCloseTo((0.9 * 9 + 0.6 * 6) / 1.5, 9);
  });

  it('leaves faces apart that overlap by 0.3 of what they cover, or less, the most probable first', () => {
    const apart = (1 - 0.299) / 1.299;
    expect(suppressWeaker([box(0.6, 0), box(0.9, apart)]).map(({ score }) => score)).toEqual([0.9, 0.6]);
    const together = (1 - 0.301) / 1.301;
    expect(suppressWeaker([box(0.6, 0), box(0.9, together)])).toHaveLength(1);
  });

  it('does not make one face of a row of boxes of which only neighbours overlap', () => {
    expect(suppressWeaker([box(0.9, 0.5), box(0.8, 0), box(0.7, 1), box(0.6, 1.5)])).toHaveLength(2);
  });

  it('keeps boxes without area, and ends', () => {
    expect(suppressWeaker([box(0.9, 0, 0), box(0.8, 0, 0)])).toHaveLength(2);
    expect(suppressWeaker([])).toEqual([]);
  });
});
