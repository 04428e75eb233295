import { describe, expect, it } from 'vitest';
import { defineNetwork } from './feature-map.ts';
import { foldParameters } from './fold.ts';
import { createInference } from './inference.ts';
import { splitParameters } from './parameters.ts';

const NETWORK = defineNetwork('small', [8, 8, 3], (image) => image.conv(6, { norm: true }));
const REFUSED = expect.objectContaining({ code: 'weights-corrupt' });

describe('inference', () => {
  it('refuses weights that do not fit', () => {
    expect(() => createInference(NETWORK, [])).toThrow(REFUSED);
    expect(() => createInference(NETWORK, [new Float32Array(18), new Float32Array(5)])).toThrow(REFUSED);
    expect(() => splitParameters(NETWORK, new Float32Array(3))).toThrow(REFUSED);
  });
});

describe('folding', () => {
  it('says which parameter is missing', () => {
    expect(() => foldParameters(NETWORK, new Map())).toThrow('1/kernel');
  });
});
