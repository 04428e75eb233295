import { FACE_OUTPUTS } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { pointLosses } from './point-losses.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

const POINTS = Array.from({ length: FACE_OUTPUTS.points }, (_, i) => Math.sin(i));
/** A face and a picture without one, of which nobody says where points would be. */
const TARGETS = () => ({
  points: tf.tensor2d([POINTS, new Array(FACE_OUTPUTS.points).fill(0)]),
  isFace: tf.tensor2d([[1], [0]]),
  pose: tf.tensor2d([
    [0.5, -0.1],
    [0, 0],
  ]),
});
const output = (shift = 0, logit = 9) =>
  tf.tensor2d([
    [...POINTS.map((value) => value + shift), logit, 0.5, -0.1, 0],
    [...POINTS.map((value) => 3 * value), -logit, 7, 7, 7],
  ]);
const lossesOf = (rows: tf.Tensor2D) =>
  Object.fromEntries(
    Object.entries(pointLosses(rows, TARGETS())).map(([name, loss]) => [name, loss.dataSync()[0] as number]),
  );

it('points and pose of a picture without a face cost nothing', () => {
  expect(lossesOf(output())).toMatchObject({ points: 0, pose: expect.closeTo(0, 6), presence: expect.closeTo(0, 3) });
});

it('points that are off cost more the further they are off, and a wrong presence does', () => {
  const [near, far, blind] = [output(0.1), output(0.2), output(0, -9)].map(lossesOf);
  expect(near?.points).toBeGreaterThan(0.5);
  expect(far?.points).toBeGreaterThan(2 * (near?.points ?? 0));
  expect(blind?.presence).toBeCloseTo(9, 2);
});

it('the network learns how wrong its points are, and not to be wrong as it expects', () => {
  // Every coordinate is off by 0.1 units of 12 px.
  const expected = Math.log(1.2 * Math.SQRT2);
  const total = (rows: tf.Tensor) => pointLosses(rows as tf.Tensor2D, TARGETS()).pointError as tf.Scalar;
  const gradient = tf.grad(total)(output(0.1)).dataSync();
  expect(gradient[FACE_OUTPUTS.points + 3]).toBeCloseTo(-expected / Math.sqrt(expected ** 2 + 1), 2);
  expect(Math.max(...gradient.subarray(0, FACE_OUTPUTS.points).map(Math.abs))).toBe(0);
});
