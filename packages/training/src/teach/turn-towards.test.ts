import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../data/random.ts';
import { turnTowards } from './turn-towards.ts';

/** Rows of a random cloud. */
function cloud(rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed);
  return new Matrix(Array.from({ length: rows }, () => Array.from({ length: columns }, () => random() - 0.5)));
}

const products = (rows: Matrix) => rows.mmul(rows.transpose());
const largestDifference = (a: Matrix, b: Matrix) => Matrix.sub(a, b).norm('max');

describe('turning targets', () => {
  const rows = cloud(40, 3, 1);
  const quarterTurn = new Matrix([
    [0, 1, 0],
    [-1, 0, 0],
    [0, 0, 1],
  ]);
  const sample = [0, 3, 5, 8, 13, 21, 34];

  it('finds the rotation from a sample, and turns all rows by it', () => {
    const turned = rows.mmul(quarterTurn);
    expect(largestDifference(turnTowards(rows, sample, turned.subMatrixRow(sample)), turned)).toBeLessThan(1e-9);
  });

  it('changes no similarity, whatever the rows are turned towards', () => {
    const turned = turnTowards(rows, sample, cloud(sample.length, 3, 2));
    expect(largestDifference(products(turned), products(rows))).toBeLessThan(1e-9);
  });
});
