import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { defineNetwork } from './feature-map.ts';
import { foldParameters } from './fold.ts';
import { goldenInput } from './golden-input.ts';
import { createInference } from './inference.ts';
import { initialParameters } from './initial-parameters.ts';
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

describe('a run', () => {
  const SIDE = 16;
  const MAP_BYTES = SIDE * SIDE * 8 * 4;
  const DEEP = defineNetwork('deep', [SIDE, SIDE, 3], (image) => {
    const first = image.conv(8, { norm: true });
    let last = first;
    for (let layer = 0; layer < 8; layer++) last = last.conv(8, { norm: true });
    return last.add(first);
  });

  it('holds no more maps at once than are still read, and gives the same', async () => {
    await tf.setBackend('cpu');
    const inference = createInference(DEEP, foldParameters(DEEP, initialParameters(DEEP, Math.random)));
    const input = goldenInput(DEEP);
    const before = tf.memory();
    const output = await tf.profile(() => inference.run(input));
    // The first map, which the last reads, one map that is read, and one that is written.
    expect(output.peakBytes - before.numBytes).toBeLessThanOrEqual(3 * MAP_BYTES);
    expect(tf.memory().numTensors).toBe(before.numTensors + 1);
    const again = inference.run(input);
    expect(await again.data()).toEqual(await (output.result as tf.Tensor).data());
    tf.dispose([input, again, output.result as tf.Tensor]);
    inference.dispose();
  });
});

describe('folding', () => {
  it('says which parameter is missing', () => {
    expect(() => foldParameters(NETWORK, new Map())).toThrow('1/kernel');
  });
});
