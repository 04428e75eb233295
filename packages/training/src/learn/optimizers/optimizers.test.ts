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

const RATE = 0.01;
/** They change in size and sign, and are nothing once. */
const GRADIENTS = [5, -0.3, 0, 0.2, -4, 1, 1, -0.05];

/** Where one parameter is after each of the steps. */
async function path(config: OptimizerConfig, treatment: ParameterTreatment, parameter: number, gradients: number[]) {
  const parameters = Float32Array.from([parameter]);
  const moments = zeros(1);
  const spans = [{ name: 'p', start: 0, end: 1, shape: [1], treatment }];
  const values: number[] = [];
  for (const gradient of gradients) {
    const state = { parameters, gradients: Float32Array.from([gradient]), moments };
    await optimize(state, spans, config, RATE, values.length + 1);
    values.push(parameters[0] as number);
  }
  return values;
}

/** Algorithm 2 of Loshchilov and Hutter, line by line, for one parameter. */
function adamWPath({ beta1, beta2 }: typeof ADAMW, decay: number, parameter: number, gradients: number[]): number[] {
  let [theta, m, v] = [parameter, 0, 0];
  return gradients.map((gradient, i) => {
    const t = i + 1;
    m = beta1 * m + (1 - beta1) * gradient;
    v = beta2 * v + (1 - beta2) * gradient ** 2;
    const [mHat, vHat] = [m / (1 - beta1 ** t), v / (1 - beta2 ** t)];
    theta -= RATE * (mHat / (Math.sqrt(vHat) + 1e-8) + decay * theta);
    return theta;
  });
}

function sgdPath({ momentum }: typeof SGD, decay: number, parameter: number, gradients: number[]): number[] {
  let [theta, velocity] = [parameter, 0];
  return gradients.map((gradient) => {
    velocity = momentum * velocity + gradient + decay * theta;
    theta -= RATE * velocity;
    return theta;
  });
}

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5));

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

  it.each([
    ['decayed', 0.1],
    ['plain', 0],
  ] as const)('goes the way of the paper over many steps: %s', async (treatment, decay) => {
    expect(await path(ADAMW, treatment, 1.5, GRADIENTS)).toEqual(close(adamWPath(ADAMW, decay, 1.5, GRADIENTS)));
  });
});

describe('SGD', () => {
  it.each([
    ['decayed', 0.1],
    ['plain', 0],
  ] as const)('adds decay to the gradient and keeps its momentum over many steps: %s', async (treatment, decay) => {
    expect(await path(SGD, treatment, 1.5, GRADIENTS)).toEqual(close(sgdPath(SGD, decay, 1.5, GRADIENTS)));
  });
});

/** Muon on a diagonal matrix: its iteration changes each singular value alone. @returns the diagonal after each step */
function muonPath(diagonal: readonly number[], gradients: readonly (readonly number[])[]): number[][] {
  let theta = [...diagonal];
  let velocity = diagonal.map(() => 0);
  return gradients.map((gradient) => {
    velocity = velocity.map((v, i) => MUON.momentum * v + (gradient[i] as number));
    const ahead = velocity.map((v, i) => (gradient[i] as number) + MUON.momentum * v);
    let singular = ahead.map((value) => value / Math.hypot(...ahead));
    for (let round = 0; round < 5; round++)
      singular = singular.map((x) => 3.4445 * x - 4.775 * x ** 3 + 2.0315 * x ** 5);
    const size = 0.2 * Math.sqrt(diagonal.length);
    theta = theta.map((value, i) => value - RATE * (size * (singular[i] as number) + MUON.weightDecay * value));
    return theta;
  });
}

describe('Muon', () => {
  it('moves what is no matrix as AdamW does, over many steps', async () => {
    for (const treatment of ['decayed', 'plain'] as const) {
      expect(await path(MUON, treatment, 1.5, GRADIENTS)).toEqual(await path(ADAMW, treatment, 1.5, GRADIENTS));
    }
  });

  it('decays a matrix and keeps its momentum over many steps', async () => {
    const side = 8;
    const random = createRandom(2);
    const draw = () => Array.from({ length: side }, () => 2 * random() - 1);
    const [start, gradients] = [draw(), [draw(), draw(), draw(), draw()]];
    const onDiagonal = (values: readonly number[]) =>
      Float32Array.from({ length: side * side }, (_, i) =>
        i % (side + 1) === 0 ? (values[i / (side + 1)] as number) : 0,
      );

    const parameters = onDiagonal(start);
    const moments = zeros(side * side);
    const spans = [{ name: 'w', start: 0, end: side * side, shape: [side, side], treatment: 'decayed' as const }];
    for (const [i, expected] of muonPath(start, gradients).entries()) {
      const state = { parameters, gradients: onDiagonal(gradients[i] as number[]), moments };
      await optimize(state, spans, MUON, RATE, i + 1);
      expect([...parameters]).toEqual(close([...onDiagonal(expected)]));
    }
  });

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
