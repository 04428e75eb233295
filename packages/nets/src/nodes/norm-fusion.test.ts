import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { repeatable } from '../../testing/repeatable.ts';
import { defineNetwork } from '../feature-map.ts';
import { createInference } from '../inference.ts';
import { createTrainable, type Trainable } from '../trainable.ts';

/** The first two numbers of the input are one branch, the last two the other. */
const NETWORK = defineNetwork('fusion', [1, 1, 4], (image) => image.slice(0, 2).fuseByNorm(image.slice(2)));

const input = (...rows: number[][]) => tf.tensor4d(rows.flat(), [rows.length, 1, 1, 4]);

/** Mean norms of 3 and 5, deviations of 1 and 2. */
const FROZEN = [Float32Array.of(3, 5), Float32Array.of(1, 2)];

function infer(row: number[], frozen = FROZEN): [number, number] {
  const [x, y] = createInference(NETWORK, frozen).run(input(row)).dataSync();
  return [x as number, y as number];
}

function statistics({ parameters }: Trainable): number[] {
  return parameters.flatMap(({ variable }) => Array.from(variable.dataSync()));
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('a fusion by norms', () => {
  it('weighs embeddings of usual length equally', () => {
    const [x, y] = infer([3, 0, 0, 5]);
    expect(x).toBeCloseTo(1.5, 4);
    expect(y).toBeCloseTo(2.5, 4);
  });

  it('weighs by how unusual the norm is for its branch', () => {
    // One deviation up and one down: 1.333 and 0.667 of 2, but for the epsilon beside the deviations.
    const [x, y] = infer([4, 0, 0, 3]);
    expect(x).toBeCloseTo(4 * 0.6665, 2);
    expect(y).toBeCloseTo(3 * 0.3335, 2);
  });

  it('takes nothing from a branch that is three deviations low while the other is not', () => {
    const [x, y] = infer([2, 0, 0, 5], [Float32Array.of(9, 5), Float32Array.of(1, 2)]);
    expect(x).toBeCloseTo(0, 4);
    expect(y).toBeCloseTo(5, 4);
  });

  it('weighs equally where all branches are three deviations low', () => {
    expect(infer([2, 0, 0, 4], [Float32Array.of(90, 90), Float32Array.of(1, 1)])).toEqual([1, 2]);
  });

  it('takes the statistics of the first batch as they are, and then follows slowly', () => {
    const trainable = createTrainable(NETWORK, { random: repeatable() });
    expect(statistics(trainable)).toEqual([0, 0, 0, 0]);
    trainable.forward(input([2, 0, 0, 5], [4, 0, 0, 9]), 'train');
    // Norms 2 and 4, and 5 and 9.
    [3, 7, 1, 2].forEach((value, i) => {
      expect(statistics(trainable)[i]).toBeCloseTo(value, 5);
    });
    trainable.forward(input([103, 0, 0, 7], [103, 0, 0, 7]), 'train');
    // One part in a hundred of 100, to which the norm is clipped, and of no deviation.
    [3.97, 7, 0.99, 1.98].forEach((value, i) => {
      expect(statistics(trainable)[i]).toBeCloseTo(value, 5);
    });
  });

  it('does not move its statistics when it only evaluates', () => {
    const trainable = createTrainable(NETWORK, { random: repeatable() });
    trainable.forward(input([2, 0, 0, 5], [4, 0, 0, 9]), 'evaluate');
    expect(statistics(trainable)).toEqual([0, 0, 0, 0]);
  });

  it('passes each branch the gradient times its weight, as if the norms were constants', () => {
    const trainable = createTrainable(NETWORK, { random: repeatable() });
    trainable.parameters.forEach(({ variable }, i) => {
      variable.assign(tf.tensor(FROZEN[i] as Float32Array));
    });
    const loss = (x: tf.Tensor) => tf.sum(trainable.forward(x as tf.Tensor4D, 'evaluate').output);
    const gradient = tf
      .grad(loss)(input([4, 0, 0, 3]))
      .dataSync();
    [0.6665, 0.6665, 0.3335, 0.3335].forEach((weight, i) => {
      expect(gradient[i]).toBeCloseTo(weight, 3);
    });
  });
});
