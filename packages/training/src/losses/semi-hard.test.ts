import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../engine/engine.ts';
import { identityBatch } from './identity-batch.ts';
import { buildLoss, LOSSES } from './losses.ts';
import { semiHardTriplets, squaredDistances } from './semi-hard.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

/** Unit vectors at these angles of a circle. */
const onCircle = (degrees: readonly number[]) =>
  tf.tensor2d(degrees.map((d) => [Math.cos((d * Math.PI) / 180), Math.sin((d * Math.PI) / 180)]));
const batch = (degrees: readonly number[], labels: readonly number[]) =>
  identityBatch(onCircle(degrees), tf.eye(2), labels);

/** Indices of anchor, positive and negative. */
function mine(degrees: readonly number[], labels: readonly number[], margin: number) {
  const triplets = semiHardTriplets(squaredDistances(onCircle(degrees)), labels, margin);
  if (triplets === undefined) return undefined;
  const { anchors, positives, negatives } = triplets;
  const rows = [anchors, positives, negatives].map((matrix) => matrix.arraySync()) as [
    number[][],
    number[][],
    number[][],
  ];
  return rows[0].map((_, t) => rows.map((matrix) => matrix[t]?.indexOf(1)));
}

describe('semi-hard mining', () => {
  // Pictures 0 and 1 are of one class. Seen from 0: 1 is at 30°, strangers at 20° (too hard), 40° and 50° and 170°.
  const degrees = [0, 30, -20, 40, -50, 170];
  const labels = [0, 0, 1, 2, 3, 4];

  it('takes the nearest stranger that is further than the positive', () => {
    expect(mine(degrees, labels, 1)).toEqual([[0, 1, 3]]);
  });

  it('takes none where the next is further than the margin', () => {
    expect(mine(degrees, labels, 0.01)).toEqual([[0, 1, -1]]);
  });

  it('takes none where no two pictures are of one class', () => {
    expect(mine(degrees, [0, 1, 2, 3, 4, 5], 1)).toBeUndefined();
  });
});

describe('what mining feeds', () => {
  const term = buildLoss(LOSSES.terms, { name: 'semi-hard-triplet', margin: 1 }, [1, 1]);
  const weigh = buildLoss(LOSSES.weightings, { name: 'semi-hard', margin: 1, factor: 3 }, [1, 1]);
  const squared = (degrees: number) => 2 - 2 * Math.cos((degrees * Math.PI) / 180);

  it('is a mean over the triplets found', () => {
    const value = term(batch([0, 30, 40, 180], [0, 0, 1, 1])).dataSync()[0];
    // From 0°: 30° against 40°. From 40° both strangers are nearer than the positive.
    expect(value).toBeCloseTo(squared(30) - squared(40) + 1, 4);
  });

  it('is 0 where nothing was found', () => {
    expect(term(batch([0, 5, 180], [0, 0, 1])).dataSync()[0]).toBe(0);
    expect(term(batch([0, 5], [0, 1])).dataSync()[0]).toBe(0);
  });

  it('is a greater weight for the pair', () => {
    expect([...weigh(batch([0, 30, 40, 180], [0, 0, 1, 1])).dataSync()]).toEqual([3, 3, 1, 1]);
    expect([...weigh(batch([0, 5], [0, 1])).dataSync()]).toEqual([1, 1]);
  });
});
