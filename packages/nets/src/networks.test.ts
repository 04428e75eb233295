// For its CPU backend and gradients; tfjs-core alone has neither.
import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldParameters } from './fold.ts';
import { goldenInput } from './golden-input.ts';
import { createInference } from './inference.ts';
import { defineNetwork, outputLength, topologyFingerprint } from './network.ts';
import { inferenceParameters, sizeOf, splitParameters } from './parameters.ts';
import { NETWORKS } from './registry.ts';
import { createTrainable, type Trainable } from './trainable.ts';

/** Every kind of node with every option, small enough for the CPU backend. */
const SMALL = defineNetwork('small', [8, 8, 3], (image) => {
  const x = image.conv(6, { kernel: 3, stride: 2, norm: true, prelu: true }).tap('first');
  const y = x.depthwise().conv(6, { bias: true, prelu: true }).norm();
  const z = y.depthwise({ norm: true }).conv(6, { norm: true }).add(x, y);
  return z.depthwise({ kernel: 4, padding: 'valid', norm: true }).conv(5, { bias: true, norm: true });
});

/** Repeatable numbers in [0, 1). */
function sequence(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function randomTensor(shape: [number, number, number, number]): tf.Tensor4D {
  const random = sequence();
  return tf.tensor4d(
    Float32Array.from({ length: sizeOf(shape) }, () => 2 * random() - 1),
    shape,
  );
}

/** Gives every parameter a value of its own, so that no term can be forgotten unnoticed. */
function scramble({ parameters }: Trainable): Map<string, Float32Array> {
  const random = sequence();
  return new Map(
    parameters.map(({ name, role, variable }) => {
      const values = Float32Array.from({ length: variable.size }, () => (role === 'variance' ? 0.5 : -0.3) + random());
      variable.assign(tf.tensor(values, variable.shape));
      return [name, values];
    }),
  );
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('a network', () => {
  it.each(Object.keys(NETWORKS))('%s knows its shapes and has a fingerprint of its own', (name) => {
    const network = NETWORKS[name]?.();
    if (network === undefined) throw new Error('missing');
    expect(network.name).toBe(name);
    expect(outputLength(network)).toBe(name === 'FivePointNet' ? 10 : 128);
    expect(topologyFingerprint(network)).toMatch(/^[0-9a-f]{16}$/);
    const others = Object.values(NETWORKS).map((define) => topologyFingerprint(define()));
    expect(new Set(others).size).toBe(others.length);
  });

  it('does not add maps of different shapes', () => {
    expect(() => defineNetwork('odd', [8, 8, 3], (image) => image.add(image.conv(4)))).toThrow('different shapes');
  });

  it('changes its fingerprint with any change of the wiring', () => {
    const other = defineNetwork('small', [8, 8, 3], (image) => image.conv(6, { kernel: 3, stride: 2, norm: true }));
    expect(topologyFingerprint(other)).not.toBe(topologyFingerprint(SMALL));
  });
});

describe('folding', () => {
  it('does not change what the network computes', () => {
    const trainable = createTrainable(SMALL, { random: sequence() });
    const folded = foldParameters(SMALL, scramble(trainable));
    const inference = createInference(SMALL, folded);
    const input = randomTensor([2, 8, 8, 3]);
    const before = trainable.forward(input, 'evaluate').output.dataSync();
    const after = inference.run(input).dataSync();
    expect(after).toHaveLength(10);
    after.forEach((value, i) => {
      expect(value).toBeCloseTo(before[i] as number, 4);
    });
  });

  it('says which parameter is missing', () => {
    expect(() => foldParameters(SMALL, new Map())).toThrow('1/kernel');
  });
});

describe('inference', () => {
  it('leaves no tensor behind', () => {
    const before = tf.memory().numTensors;
    const weights = inferenceParameters(SMALL).map(({ shape }) => new Float32Array(sizeOf(shape)).fill(0.1));
    const inference = createInference(SMALL, weights);
    const input = goldenInput(SMALL);
    inference.run(input).dispose();
    input.dispose();
    inference.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses weights that do not fit', () => {
    expect(() => createInference(SMALL, [])).toThrow(expect.objectContaining({ code: 'weights-corrupt' }));
    expect(() => splitParameters(SMALL, new Float32Array(3))).toThrow(
      expect.objectContaining({ code: 'weights-corrupt' }),
    );
  });
});

describe('training', () => {
  it('has gradients for every parameter that agree with finite differences', () => {
    const trainable = createTrainable(SMALL, { random: sequence() });
    scramble(trainable);
    const input = randomTensor([8, 8, 8, 3]);
    const slope = tf.reshape(randomTensor([8, 5, 1, 1]), [8, 5]);
    const loss = () => tf.sum(tf.mul(slope, trainable.forward(input, 'train').output)) as tf.Scalar;
    const learned = trainable.parameters.filter(({ trainable }) => trainable);
    const { grads } = tf.variableGrads(
      loss,
      learned.map(({ variable }) => variable),
    );
    for (const { name, variable } of learned) {
      const values = variable.dataSync();
      const at = variable.size >> 1;
      const difference = [0.002, -0.002].map((step) => {
        const changed = values.slice();
        changed[at] = (changed[at] as number) + step;
        variable.assign(tf.tensor(changed, variable.shape));
        return loss().dataSync()[0] as number;
      });
      variable.assign(tf.tensor(values, variable.shape));
      const expected = ((difference[0] as number) - (difference[1] as number)) / 0.004;
      const found = grads[variable.name]?.dataSync()[at] as number;
      // Single precision and a step across kinks of the PReLU: two per cent, or 0.05 where the slope is small.
      expect(Math.abs(found - expected), name).toBeLessThan(0.05 + 0.02 * Math.abs(expected));
    }
  });

  it('moves the kept statistics towards those of the batch', () => {
    const trainable = createTrainable(SMALL, { random: sequence() });
    const mean = trainable.parameters.find(({ role }) => role === 'mean');
    trainable.forward(randomTensor([2, 8, 8, 3]), 'train');
    expect(Math.abs(mean?.variable.dataSync()[0] as number)).toBeGreaterThan(0);
  });

  it('gives named maps on request', () => {
    const { taps } = createTrainable(SMALL, { random: sequence() }).forward(randomTensor([1, 8, 8, 3]), 'evaluate');
    expect(taps.first?.shape).toEqual([1, 4, 4, 6]);
  });
});
