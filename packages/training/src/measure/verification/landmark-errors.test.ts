import { describe, expect, it } from 'vitest';
import { landmarkErrors } from './landmark-errors.ts';

/** Eyes 50 px apart. */
const LABELLED = [
  { x: 10, y: 10 },
  { x: 60, y: 10 },
  { x: 35, y: 30 },
  { x: 15, y: 50 },
  { x: 55, y: 50 },
];
const shifted = (dx: number, dy: number) => LABELLED.map(({ x, y }) => ({ x: x + dx, y: y + dy }));

describe('landmarkErrors', () => {
  it('are shares of the distance between the eyes', () => {
    const errors = landmarkErrors([{ found: shifted(3, 4), labelled: LABELLED }]);
    expect(errors).toMatchObject({ faces: 1, meanPercent: 10, medianPercent: 10 });
    expect(errors.biasPercent).toEqual({ x: 6, y: 8 });
  });

  it('tell what is off everywhere from what cancels', () => {
    const faces = [shifted(1, 0), shifted(-1, 0)].map((found) => ({ found, labelled: LABELLED }));
    const { meanPercent, biasPercent } = landmarkErrors(faces);
    expect(meanPercent).toBeCloseTo(2);
    expect(biasPercent.x).toBeCloseTo(0);
  });
});
