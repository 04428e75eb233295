import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { marginCosine } from './angular-margin.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

const DEGREES = Array.from({ length: 179 }, (_, i) => i + 1);
const targets = (margin: Parameters<typeof marginCosine>[1]) =>
  marginCosine(tf.tensor1d(DEGREES.map((degrees) => Math.cos((degrees * Math.PI) / 180))), margin).dataSync();

describe('marginCosine', () => {
  it('is cos(m1·θ + m2) − m3 before the guard', () => {
    const values = targets({ m1: 1.1, m2: 0.3, m3: 0.2, guard: 'reflected' });
    for (const degrees of [10, 60, 120]) {
      const expected = Math.cos((1.1 * degrees * Math.PI) / 180 + 0.3) - 0.2;
      expect(values[degrees - 1]).toBeCloseTo(expected, 5);
    }
  });

  it.each(['linear', 'reflected'] as const)('falls with the angle inside each branch of the guard: %s', (guard) => {
    const values = [...targets({ m1: 1, m2: 0.5, m3: 0, guard })];
    const seam = DEGREES.findIndex((degrees) => (degrees * Math.PI) / 180 + 0.5 > Math.PI);
    values.forEach((value, i) => {
      if (i > 0 && i !== seam) expect(value).toBeLessThan(values[i - 1] as number);
    });
  });

  it('joins without a jump where the guard is reflected', () => {
    const values = [...targets({ m1: 1.2, m2: 0.3, m3: 0.2, guard: 'reflected' })];
    const largest = Math.max(...values.slice(1).map((value, i) => Math.abs(value - (values[i] as number))));
    expect(largest).toBeLessThan(0.025);
  });
});
