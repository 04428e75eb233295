import { unitRows } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { expectGradientToAgree } from '../../testing/finite-differences.ts';
import {
  cosineLoss,
  divergenceLoss,
  hintLoss,
  meanSquaredLoss,
  relationalLoss,
  similarityMatrix,
} from './distillation-losses.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

const A = () =>
  tf.tensor2d([
    [3, 4],
    [1, 0],
    [-1, 1],
  ]);
const B = () =>
  tf.tensor2d([
    [4, 3],
    [0, 1],
    [-1, 1],
  ]);
const value = (scalar: tf.Scalar) => scalar.dataSync()[0] as number;

describe('distillation losses', () => {
  it('are 0 where student and teacher agree', () => {
    const a = unitRows(A());
    expect(value(cosineLoss(a, a))).toBeCloseTo(0, 6);
    expect(value(relationalLoss(a, similarityMatrix(a)))).toBeCloseTo(0, 6);
    const map = tf.reshape(A(), [1, 1, 3, 2]) as tf.Tensor4D;
    expect(value(hintLoss(map, tf.mul(map, 5)))).toBeCloseTo(0, 6);
  });

  it('have the values that a hand computes', () => {
    const [a, b] = [unitRows(A()), unitRows(B())];
    // Cosines of the rows: 24/25, 0, 1.
    expect(value(cosineLoss(a, b))).toBeCloseTo(1 - (0.96 + 0 + 1) / 3, 5);
    expect(value(relationalLoss(a, tf.zeros([3, 3])))).toBeCloseTo((3 + 2 * (0.6 ** 2 + 0.02 + 0.5)) / 9, 4);
  });

  it('have the values that a hand computes for single numbers and for distributions', () => {
    const [a, b] = [unitRows(A()), unitRows(B())];
    // Differences of the rows: (−0.2, 0.2), (1, −1), (0, 0).
    expect(value(meanSquaredLoss(a, b))).toBeCloseTo((2 * 0.04 + 2) / 6, 5);
    // Softened by 2 the teacher says 3 to 1, the student evens.
    const teacher = tf.tensor2d([[2 * Math.log(3), 0]]);
    const divergence = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);
    expect(value(divergenceLoss(tf.zeros([1, 2]), teacher, 2))).toBeCloseTo(4 * divergence, 5);
  });

  it.each([
    ['cosine', (x: tf.Tensor2D) => cosineLoss(unitRows(x), unitRows(B()))],
    ['relational', (x: tf.Tensor2D) => relationalLoss(unitRows(x), similarityMatrix(unitRows(B())))],
    ['hint', (x: tf.Tensor2D) => hintLoss(tf.reshape(x, [1, 1, 3, 2]), tf.reshape(B(), [1, 1, 3, 2]))],
  ])('%s has a gradient that agrees with finite differences', (_, loss) => {
    expectGradientToAgree(loss, A());
  });
});
