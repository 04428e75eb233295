// For its CPU backend; tfjs-core alone has none.
import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { repeatable } from '../testing/repeatable.ts';
import { defineNetwork } from './feature-map.ts';
import { outputLengths } from './network.ts';
import { createTrainable } from './trainable.ts';

const NETWORK = defineNetwork('norm', [1, 2, 1], (image) => image.norm().tap('normalised').conv(1));

function setUp() {
  const trainable = createTrainable(NETWORK, { random: repeatable(), normMomentum: 0.75 });
  const values = (role: string) =>
    Array.from(trainable.parameters.find((parameter) => parameter.role === role)?.variable.dataSync() ?? []);
  return { trainable, values, input: tf.tensor4d([3, 5], [1, 1, 2, 1]) };
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('a trainable network', () => {
  it('moves the kept statistics towards those of the batch', () => {
    const { trainable, values, input } = setUp();
    trainable.forward(input, 'train');
    expect(values('mean')).toEqual([0.25 * 4]);
    expect(values('variance')).toEqual([0.75 + 0.25 * 1]);
  });

  it('leaves them as they are when it only evaluates', () => {
    const { trainable, values, input } = setUp();
    trainable.forward(input, 'evaluate');
    expect([...values('mean'), ...values('variance')]).toEqual([0, 1]);
  });

  it('settles on the statistics of a batch', () => {
    const { trainable, values, input } = setUp();
    trainable.settle(input);
    expect([...values('mean'), ...values('variance')]).toEqual([4, 1]);
  });

  it('settles on the mean over several batches, and computes what it did', () => {
    const { trainable, values, input } = setUp();
    const before = trainable.forward(input, 'evaluate').output.dataSync()[0];
    [3, 5, 10].forEach((centre, past) => {
      trainable.settle(tf.tensor4d([centre - 2, centre + 2], [1, 1, 2, 1]), past);
    });
    expect(values('mean')[0]).toBeCloseTo(6, 5);
    expect(values('variance')[0]).toBeCloseTo(4, 5);
    expect(trainable.forward(input, 'evaluate').output.dataSync()[0]).toBeCloseTo(before as number, 5);
  });

  it('gives all its outputs in one row, as the network lists them', () => {
    const network = defineNetwork('two', [1, 2, 1], (image) => ({
      sum: image.add(image),
      mean: image.globalAverage(),
    }));
    expect(outputLengths(network)).toEqual({ sum: 2, mean: 1 });
    const { output } = createTrainable(network, { random: repeatable() }).forward(
      tf.tensor4d([1, 3, 5, 9], [2, 1, 2, 1]),
      'train',
    );
    expect(output.arraySync()).toEqual([
      [2, 6, 2],
      [10, 18, 7],
    ]);
  });

  it('gives named maps on request', () => {
    const { trainable, input } = setUp();
    const { normalised } = trainable.forward(input, 'train').taps;
    [-1, 1].forEach((value, i) => {
      expect(normalised?.dataSync()[i]).toBeCloseTo(value, 2);
    });
  });
});
