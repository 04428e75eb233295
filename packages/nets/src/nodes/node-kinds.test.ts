// For its CPU backend and gradients; tfjs-core alone has neither.
import '@tensorflow/tfjs';
import { expectNoTensorLeak, TOLERANCES } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawParameters, repeatable, repeatableTensor, setParameters } from '../../testing/repeatable.ts';
import { SMALL_NETWORKS } from '../../testing/small-networks.ts';
import { defineNetwork, type FeatureMap } from '../feature-map.ts';
import { foldParameters } from '../fold.ts';
import { createInference } from '../inference.ts';
import { outputLength } from '../network.ts';
import { trainingParameters } from '../parameters.ts';
import { sizeOf } from '../shape.ts';
import { createTrainable } from '../trainable.ts';
import { unfoldParameters } from '../unfold.ts';
import { NODE_KINDS } from './node-kinds.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** Small, or it steps across a kink; large, or single precision drowns the difference. */
const STEP = 0.0005;

const named = SMALL_NETWORKS.map((network) => [network.name, network] as const);

it('small networks have nodes of every kind', () => {
  const kinds = new Set(SMALL_NETWORKS.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
  expect([...kinds].filter((kind) => kind !== 'input').sort()).toEqual(Object.keys(NODE_KINDS).sort());
});

describe.each(named)('%s', (_, network) => {
  // The fusion's norms are constants to the gradient; only with the kept statistics can they be held still.
  const modes = network.name === 'a fusion by norms' ? (['evaluate'] as const) : (['train', 'evaluate'] as const);

  it('give maps of the shapes that the definition knows', () => {
    tf.tidy(() => {
      const taps = Object.fromEntries(network.nodes.map((_, id) => [`${id}`, id]));
      const trainable = createTrainable({ ...network, taps }, { random: repeatable() });
      const maps = trainable.forward(repeatableTensor<tf.Rank.R4>([2, 8, 8, 3]), 'train').taps;
      network.nodes.forEach(({ shape }, id) => {
        expect(maps[id]?.shape, `node ${id}`).toEqual([2, ...shape]);
      });
    });
  });

  it('compute the same folded and unfolded', () => {
    const [trainable, drawn] = [createTrainable(network, { random: repeatable() }), drawParameters(network)];
    setParameters(trainable, drawn);
    const inference = createInference(network, foldParameters(network, drawn));
    const input = repeatableTensor<tf.Rank.R4>([3, 8, 8, 3]);
    const before = trainable.forward(input, 'evaluate').output.dataSync();
    const after = inference.run(input).dataSync();
    expect(after).toHaveLength(3 * outputLength(network));
    after.forEach((value, i) => {
      expect(Math.abs(value - (before[i] as number))).toBeLessThan(TOLERANCES.foldedVersusUnfolded);
    });
  });

  it('give every parameter of training when unfolded, and the same weights when folded again', () => {
    const folded = foldParameters(network, drawParameters(network));
    const unfolded = unfoldParameters(network, folded);
    expect([...unfolded].map(([name, { length }]) => [name, length])).toEqual(
      trainingParameters(network).map(({ name, shape }) => [name, sizeOf(shape)]),
    );
    expect(foldParameters(network, unfolded)).toEqual(folded);
  });

  it('settle on a batch: they normalise by it as by the kept statistics, and compute what they did', () => {
    const trainable = createTrainable(network, { random: repeatable() });
    setParameters(trainable, unfoldParameters(network, foldParameters(network, drawParameters(network))));
    const input = repeatableTensor<tf.Rank.R4>([8, 8, 8, 3]);
    const before = trainable.forward(input, 'evaluate').output.dataSync();
    trainable.settle(input);
    for (const mode of modes) {
      const after = trainable.forward(input, mode).output.dataSync();
      after.forEach((value, i) => {
        expect(Math.abs(value - (before[i] as number)), mode).toBeLessThan(TOLERANCES.foldedVersusUnfolded);
      });
    }
  });

  it.each(modes)('have gradients that agree with finite differences, in mode %s', (mode) => {
    const trainable = createTrainable(network, { random: repeatable() });
    setParameters(trainable, drawParameters(network));
    const input = repeatableTensor<tf.Rank.R4>([4, 8, 8, 3]);
    const slope = repeatableTensor<tf.Rank.R2>([4, outputLength(network)]);
    const loss = () => tf.sum(tf.mul(slope, trainable.forward(input, mode).output)) as tf.Scalar;
    const learned = trainable.parameters.filter(({ trainable }) => trainable);
    const { grads } = tf.variableGrads(
      loss,
      learned.map(({ variable }) => variable),
    );
    for (const { name, variable } of learned) {
      const values = variable.dataSync();
      const at = variable.size >> 1;
      const [up, down] = [STEP, -STEP].map((step) => {
        const changed = values.slice();
        changed[at] = (changed[at] as number) + step;
        variable.assign(tf.tensor(changed, variable.shape));
        return loss().dataSync()[0] as number;
      }) as [number, number];
      variable.assign(tf.tensor(values, variable.shape));
      const expected = (up - down) / (2 * STEP);
      const found = grads[variable.name]?.dataSync()[at] as number;
      // Two per cent, or 0.05 where the slope is small.
      expect(Math.abs(found - expected), name).toBeLessThan(0.05 + 0.02 * Math.abs(expected));
    }
  });

  it('leave no tensor behind', async () => {
    const input = repeatableTensor<tf.Rank.R4>([2, 8, 8, 3]);
    await expectNoTensorLeak(() => {
      const trainable = createTrainable(network, { random: repeatable() });
      const learned = trainable.parameters.flatMap(({ trainable, variable }) => (trainable ? [variable] : []));
      const loss = () => tf.sum(trainable.forward(input, 'train').output) as tf.Scalar;
      tf.dispose(tf.variableGrads(loss, learned) as unknown as tf.TensorContainer);
      trainable.settle(input);
      const inference = createInference(network, foldParameters(network, drawParameters(network)));
      inference.run(input).dispose();
      inference.dispose();
      trainable.dispose();
    });
  });
});

const MISFITS: readonly (readonly [string, (image: FeatureMap) => FeatureMap, string])[] = [
  ['a sum of different shapes', (x) => x.add(x.conv(4)), 'cannot be added'],
  ['channels of maps of different sizes', (x) => x.concat(x.conv(3, { stride: 2 })), 'cannot be concatenated'],
  ['a gate of another size', (x) => x.multiply(x.conv(3, { stride: 2 })), 'does not fit'],
  ['channels that are not there', (x) => x.slice(2, 5), 'no channels'],
  ['fewer channels padded to', (x) => x.padChannels(3), 'cannot be padded'],
  ['groups that do not divide the channels', (x) => x.conv(4, { groups: 2 }), '2 groups'],
  ['a shuffle that does not divide the channels', (x) => x.shuffle(2), '2 groups'],
  ['a fusion of maps', (x) => x.fuseByNorm(x), 'Not embeddings'],
  ['two activations', (x) => x.conv(4, { prelu: true, activation: 'relu' }), 'not both'],
];

it.each(MISFITS)('a definition cannot have %s', (_, write, message) => {
  expect(() => defineNetwork('odd', [8, 8, 3], write)).toThrow(message);
});

it('a shuffle deals out the groups in turn', () => {
  const network = defineNetwork('shuffle', [1, 1, 6], (image) => image.shuffle(2));
  const output = createInference(network, []).run(tf.tensor4d([0, 1, 2, 3, 4, 5], [1, 1, 1, 6]));
  expect(Array.from(output.dataSync())).toEqual([0, 3, 1, 4, 2, 5]);
});

it('padding puts zeros behind the channels', () => {
  const network = defineNetwork('padded', [1, 1, 2], (image) => image.padChannels(4).activate('relu'));
  const output = createInference(network, []).run(tf.tensor4d([3, -1], [1, 1, 1, 2]));
  expect(Array.from(output.dataSync())).toEqual([3, 0, 0, 0]);
});

it('a group sees only its own channels', () => {
  const network = defineNetwork('groups', [1, 1, 4], (image) => image.conv(2, { groups: 2 }));
  // Kernel [1, 1, 2, 2]: output 0 sums channels 0 and 1 by 1 and 10, output 1 channels 2 and 3 by 100 and 1000.
  const inference = createInference(network, [Float32Array.of(1, 100, 10, 1000)]);
  expect(Array.from(inference.run(tf.tensor4d([1, 2, 3, 4], [1, 1, 1, 4])).dataSync())).toEqual([21, 4300]);
});
