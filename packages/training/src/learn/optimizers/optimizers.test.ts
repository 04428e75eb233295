import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../data/random.ts';
import type { ParameterTreatment } from '../../losses/learned-parameter.ts';
import { clipGradients } from './clip-gradients.ts';
import { type OptimizerConfig, optimize } from './optimize.ts';

const ADAMW = { kind: 'adamw', beta1: 0.9, beta2: 0.999, weightDecay: 0.1 } as const;
const SGD = { kind: 'sgd', momentum: 0.9, weightDecay: 0.1 } as const;
const MUON = { kind: 'muon', momentum: 0.95, beta1: 0.9, beta2: 0.999, weightDecay: 0.1 } as const;

const zeros = (length: number) => ({ first: new Float32Array(length), second: new Float32Array(length) });

/** Where one parameter is after each of the steps. */
async function path(config: OptimizerConfig, treatment: ParameterTreatment, parameter: number, gradients: number[]) {
  const parameters = Float32Array.from([parameter]);
  const moments = zeros(1);
  const spans = [{ name: 'p', start: 0, end: 1, shape: [1], treatment }];
  const values: number[] = [];
  for (const gradient of gradients) {
    const state = { parameters, gradients: Float32Array.from([gradient]), moments };
    await optimize(state, spans, config, 0.01, values.length + 1);
    values.push(parameters[0] as number);
  }
  return values;
}

describe.each([ADAMW, SGD, MUON])('every optimizer: $kind', (config) => {
  it('decays kernels only', async () => {
    expect((await path(config, 'decayed', 1, [0]))[0]).toBeCloseTo(1 - 0.01 * 0.1, 6);
    expect(await path(config, 'plain', 1, [0])).toEqual([1]);
  });

  it('leaves statistics alone', async () => {
    expect(await path(config, 'statistic', 1, [5])).toEqual([1]);
  });
});

describe('AdamW', () => {
  it('moves by the rate against the gradient in the first step, whatever its size', async () => {
    expect((await path(ADAMW, 'plain', 1, [5]))[0]).toBeCloseTo(0.99, 4);
    expect((await path(ADAMW, 'plain', 1, [-0.001]))[0]).toBeCloseTo(1.01, 4);
  });
});

describe('SGD', () => {
  it('moves by the rate times the gradient, and on by its momentum', async () => {
    const [first, second] = await path(SGD, 'plain', 1, [2, 0]);
    expect(first).toBeCloseTo(1 - 0.02, 6);
    expect(second).toBeCloseTo(1 - 0.02 - 0.018, 6);
  });
});

describe('Muon', () => {
  it.each([
    ['wide', [16, 32]],
    ['tall', [32, 16]],
    ['a convolution', [3, 3, 8, 16]],
  ])('turns the step of a matrix (%s) nearly orthogonal', async (_, shape) => {
    const length = shape.reduce((product, side) => product * side, 1);
    const columns = shape.at(-1) as number;
    const random = createRandom(1);
    const gradients = Float32Array.from({ length }, () => random() - 0.5);
    const parameters = new Float32Array(length);
    const spans = [{ name: 'w', start: 0, end: length, shape, treatment: 'decayed' as const }];
    await optimize({ parameters, gradients, moments: zeros(length) }, spans, MUON, 1, 1);

    // The sum of squares of an orthogonal matrix is its smaller side.
    const [rows, size] = [length / columns, 0.2 * Math.sqrt(Math.max(length / columns, columns))];
    const sum = parameters.reduce((sum, value) => sum + (value / size) ** 2, 0);
    expect(sum / Math.min(rows, columns)).toBeGreaterThan(0.6);
    expect(sum / Math.min(rows, columns)).toBeLessThan(1.3);
    // It goes against the gradient.
    expect(parameters.reduce((dot, value, i) => dot + value * (gradients[i] as number), 0)).toBeLessThan(0);
  });
});

describe('clipping gradients', () => {
  const spans = [
    { name: 'w', start: 0, end: 2, shape: [2], treatment: 'decayed' as const },
    { name: 'mean', start: 2, end: 3, shape: [1], treatment: 'statistic' as const },
  ];

  it('shortens what is learned to the limit, keeping its direction, and leaves statistics alone', () => {
    const gradients = Float32Array.from([3, 4, 100]);
    clipGradients(gradients, spans, 1);
    expect([...gradients]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8), 100]);
  });

  it('leaves short ones as they are', () => {
    const gradients = Float32Array.from([3, 4, 100]);
    clipGradients(gradients, spans, 5);
    expect([...gradients]).toEqual([3, 4, 100]);
  });
});
