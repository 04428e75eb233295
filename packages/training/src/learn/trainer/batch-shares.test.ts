import { describe, expect, it } from 'vitest';
import { meanOverPictures, splitBatch } from './batch-shares.ts';

describe('splitBatch', () => {
  it.each([
    [
      5,
      2,
      [
        [0, 1],
        [2, 3, 4],
      ],
    ],
    [
      6,
      2,
      [
        [0, 1, 2],
        [3, 4, 5],
      ],
    ],
    [5, 4, [[0], [1], [2], [3, 4]]],
    [2, 3, [[0], [1]]],
    [1, 8, [[0]]],
    [3, 1, [[0, 1, 2]]],
  ])('cuts %i pictures for %i workers evenly, in order, and leaves no share empty', (pictures, workers, shares) => {
    expect(splitBatch([...Array(pictures).keys()], workers)).toEqual(shares);
  });

  it.each([
    [0, 2],
    [4, 0],
  ])('refuses %i pictures for %i workers', (pictures, workers) => {
    expect(() => splitBatch([...Array(pictures).keys()], workers)).toThrow(RangeError);
  });
});

describe('meanOverPictures', () => {
  it('counts each share by its pictures: losses, gradients and statistics', () => {
    const shares = [
      { pictures: 1, losses: { total: 10, hint: 0 }, gradients: Float32Array.of(4, 1, -8) },
      { pictures: 3, losses: { total: 2, hint: 8 }, gradients: Float32Array.of(0, 1, 8) },
    ];
    const { losses, gradients } = meanOverPictures(shares);
    expect(losses).toEqual({ total: 4, hint: 6 });
    expect([...gradients]).toEqual([1, 1, 4]);
  });

  it('keeps exactly what all shares agree on, such as a counter of steps', () => {
    const share = (pictures: number) => ({
      pictures,
      losses: { total: 0.1 },
      gradients: Float32Array.of(0.1, 16_777_215),
    });
    const { gradients } = meanOverPictures([share(1), share(2), share(4)]);
    expect(gradients).toEqual(Float32Array.of(0.1, 16_777_215));
  });

  it('has no number where a share lacks a loss', () => {
    const gradients = new Float32Array(1);
    const shares = [
      { pictures: 1, losses: { total: 1, hint: 1 }, gradients },
      { pictures: 1, losses: { total: 1 }, gradients },
    ];
    expect(meanOverPictures(shares).losses.hint).toBeNaN();
  });
});
