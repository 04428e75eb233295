import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../data/random.ts';
import { centred, discountGroups, joinTeachers, turnTowards, unitRows } from './join-teachers.ts';

/** Rows of a random cloud. */
function cloud(rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed);
  return new Matrix(Array.from({ length: rows }, () => Array.from({ length: columns }, () => random() - 0.5)));
}

const every = (rows: Matrix) => Array.from({ length: rows.rows }, (_, i) => i);
const products = (rows: Matrix) => rows.mmul(rows.transpose());
const largestDifference = (a: Matrix, b: Matrix) => Matrix.sub(a, b).norm('max');

describe('joining teachers', () => {
  const [a, b] = [cloud(40, 4, 1), cloud(40, 6, 2)];

  it('adds up their weighted cosines where there are dimensions enough', () => {
    const parts = [a, b].map((rows) => unitRows(centred(rows, every(rows))));
    const [cosinesOfA, cosinesOfB] = parts.map((part) => products(centred(part, every(part)))) as [Matrix, Matrix];
    const joined = joinTeachers(
      [
        { rows: a, weight: 1 },
        { rows: b, weight: 0.5 },
      ],
      every(a),
      10,
    );
    expect(largestDifference(products(joined), Matrix.add(cosinesOfA, Matrix.mul(cosinesOfB, 0.5)))).toBeLessThan(1e-9);
  });

  it('keeps the directions that say most where there are fewer', () => {
    const wide = Matrix.columnVector(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 5 : -5)));
    const [joined] = joinTeachers([{ rows: wide.concat(a, 'column'), weight: 1 }], every(a), 1)
      .transpose()
      .to2DArray() as [number[]];
    const signs = joined.map((value) => Math.sign(value * (joined[0] as number)));
    expect(signs).toEqual(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : -1)));
  });

  it('takes means and directions from the crops that are learned from', () => {
    const learned = every(a).slice(0, 30);
    const others = a.clone().setSubMatrix(Matrix.mul(a.subMatrixRow([30]), 99), 30, 0);
    const join = (rows: Matrix) => joinTeachers([{ rows, weight: 1 }], learned, 4).subMatrixRow(learned);
    expect(largestDifference(products(join(others)), products(join(a)))).toBeLessThan(1e-9);
  });
});

describe('discounting groups', () => {
  const noise = cloud(200, 3, 3);
  const groups = [every(noise).filter((i) => i < 100), every(noise).filter((i) => i >= 100)];
  /** The groups lie 4 apart along the first axis. */
  const rows = noise.clone().addColumnVector(Array.from({ length: 200 }, () => 0));
  for (let i = 0; i < 200; i++) rows.set(i, 0, rows.get(i, 0) + (i < 100 ? -2 : 2));
  const discounted = discountGroups(rows, groups);
  const column = (matrix: Matrix, index: number) => matrix.subMatrix(0, 199, index, index);

  it('leaves, where groups differ, the share of the variance that is within them', () => {
    const within = 1 / 12; // of the cloud
    const share = within / (within + 4);
    expect(discounted.get(0, 0) / rows.get(0, 0)).toBeCloseTo(share, 1);
    expect(column(discounted, 0).norm('max')).toBeLessThan(0.1);
  });

  it('leaves what groups do not differ in', () => {
    for (const index of [1, 2])
      expect(largestDifference(column(discounted, index), column(rows, index))).toBeLessThan(0.1);
  });
});

describe('turning towards', () => {
  it('undoes a rotation and keeps what rows have with each other', () => {
    const rows = cloud(50, 3, 4);
    const [c, s] = [Math.cos(1), Math.sin(1)];
    const turned = rows.mmul(
      new Matrix([
        [c, s, 0],
        [-s, c, 0],
        [0, 0, 1],
      ]),
    );
    const back = turnTowards(turned, rows, every(rows));
    expect(largestDifference(back, rows)).toBeLessThan(1e-9);
    expect(largestDifference(products(turnTowards(turned, cloud(50, 3, 5), every(rows))), products(rows))).toBeLessThan(
      1e-9,
    );
  });
});
