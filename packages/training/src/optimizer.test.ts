import { describe, expect, it } from 'vitest';
import { adamWStep } from './optimizer.ts';

const CONFIG = { beta1: 0.9, beta2: 0.999, weightDecay: 0.1 };

function step(treatment: 'decayed' | 'plain' | 'statistic', parameter: number, gradient: number): number {
  const parameters = Float32Array.from([parameter]);
  const moments = { first: new Float32Array(1), second: new Float32Array(1) };
  const spans = [{ name: 'p', start: 0, end: 1, treatment }];
  adamWStep(parameters, Float32Array.from([gradient]), moments, spans, CONFIG, 0.01, 1);
  return parameters[0] as number;
}

describe('adamWStep', () => {
  it('moves by the rate against the gradient in the first step, whatever its size', () => {
    expect(step('plain', 1, 5)).toBeCloseTo(0.99, 4);
    expect(step('plain', 1, -0.001)).toBeCloseTo(1.01, 4);
  });

  it('decays kernels only', () => {
    expect(step('decayed', 1, 0)).toBeCloseTo(1 - 0.01 * 0.1, 6);
    expect(step('plain', 1, 0)).toBe(1);
  });

  it('leaves statistics alone', () => {
    expect(step('statistic', 1, 5)).toBe(1);
  });
});
