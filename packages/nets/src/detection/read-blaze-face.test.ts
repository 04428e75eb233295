import { describe, expect, it } from 'vitest';
import { outputLength } from '../network.ts';
import { blazeFace } from './blaze-face.ts';
import { readBlazeFace } from './read-blaze-face.ts';

const LENGTH = outputLength(blazeFace('BlazeFace'));
const BOXES = 16 * 16 * 2 + 8 * 8 * 6;

/** A row that says no to every box but one. */
function rowWith(box: number, odds: number, values: readonly number[] = []): Float32Array {
  const row = new Float32Array(LENGTH);
  row.fill(-9, 0, BOXES);
  row[box] = odds;
  row.set(values, BOXES + box * 16);
  return row;
}

describe('readBlazeFace', () => {
  it('gives a score, and places in shares of the sides, from the middle of the place where the box is looked for', () => {
    const points = [0, 0, 12.8, -12.8, 1, 2, 3, 4, 5, 6, 7, 8];
    // The second box of the fourth place of the third line, of 16×16.
    const [seen, ...others] = readBlazeFace(rowWith((2 * 16 + 3) * 2 + 1, 0, [64, -32, 25.6, 12.8, ...points]), 0.5);
    expect(others).toEqual([]);
    expect(seen?.score).toBe(0.5);
    const [x, y] = [3.5 / 16 + 0.5, 2.5 / 16 - 0.25];
    expect([seen?.left, seen?.top, seen?.right, seen?.bottom].map((side) => side?.toFixed(5))).toEqual(
      [x - 0.1, y - 0.05, x + 0.1, y + 0.05].map((side) => side.toFixed(5)),
    );
    expect(seen?.points.slice(0, 2)).toEqual([3.5 / 16, 2.5 / 16]);
    expect(seen?.points[2]).toBeCloseTo(3.5 / 16 + 0.1, 6);
    expect(seen?.points[3]).toBeCloseTo(2.5 / 16 - 0.1, 6);
    expect(seen?.points).toHaveLength(12);
  });

  it('looks for larger faces in 8×8 places, six boxes in each', () => {
    const [seen] = readBlazeFace(rowWith(16 * 16 * 2 + (8 + 7) * 6 + 5, 4), 0.5);
    expect([seen?.left, seen?.top]).toEqual([7.5 / 8, 1.5 / 8]);
  });

  it('leaves out what is less probable, and what is no number', () => {
    expect(readBlazeFace(rowWith(7, -0.01), 0.5)).toEqual([]);
    expect(readBlazeFace(rowWith(7, Number.NaN), 0.5)).toEqual([]);
  });
});
