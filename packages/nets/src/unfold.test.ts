import { describe, expect, it } from 'vitest';
import { drawParameters } from '../testing/repeatable.ts';
import { defineNetwork } from './feature-map.ts';
import { foldParameters } from './fold.ts';
import { kernelDeviation } from './nodes/kernel-deviation.ts';
import { unfoldParameters } from './unfold.ts';

const FILTERS = 6;
const FAN_IN = 27;
const NETWORK = defineNetwork('small', [8, 8, 3], (image) => image.conv(FILTERS, { kernel: 3, norm: true }));

describe('unfolding', () => {
  it('makes kernels as large as those that training begins with, whatever folding made of them', () => {
    const [kernel, bias] = foldParameters(NETWORK, drawParameters(NETWORK)) as [Float32Array, Float32Array];
    const uneven = kernel.map((weight, i) => weight * 10 ** -(i % FILTERS));
    const unfolded = unfoldParameters(NETWORK, [uneven, bias]).get('1/kernel') as Float32Array;
    for (let filter = 0; filter < FILTERS; filter++) {
      const size = Math.hypot(...unfolded.filter((_, i) => i % FILTERS === filter)) / Math.sqrt(FAN_IN);
      // The nearest power of two is off by a factor of √2 at most.
      expect(Math.abs(Math.log2(size / kernelDeviation(FAN_IN))), `filter ${filter}`).toBeLessThan(0.501);
    }
  });

  it('leaves a filter that is all zero as it is', () => {
    const bias = Float32Array.of(1, 2, 3, 4, 5, 6);
    const weights = [new Float32Array(FAN_IN * FILTERS), bias];
    expect(foldParameters(NETWORK, unfoldParameters(NETWORK, weights))).toEqual(weights);
  });

  it('says which value is missing', () => {
    expect(() => unfoldParameters(NETWORK, [new Float32Array(FAN_IN * FILTERS)])).toThrow('1/bias');
  });
});
