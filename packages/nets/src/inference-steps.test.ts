import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawParameters, repeatableTensor } from '../testing/repeatable.ts';
import { SMALL_NETWORKS } from '../testing/small-networks.ts';
import { defineNetwork, type FeatureMap, type Written } from './feature-map.ts';
import { foldParameters } from './fold.ts';
import { createInference } from './inference.ts';
import { STANDARD_INFERENCE_KERNELS } from './inference-kernels.ts';
import { fusedSteps } from './inference-steps.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** The nodes whose maps are computed, where sums may be part of convolutions. */
function stepsOf(write: (image: FeatureMap) => Written) {
  return fusedSteps(defineNetwork('net', [4, 4, 3], write)).map(({ id, node: { kind }, inputs }) => [id, kind, inputs]);
}

describe('a sum and an activation are part of the convolution before them', () => {
  test('where nobody else reads what it gives', () => {
    expect(stepsOf((image) => image.add(image.conv(3)).activate('relu'))).toEqual([[3, 'conv', [0, 0]]]);
    expect(stepsOf((image) => image.conv(3).conv(3).add(image))).toEqual([
      [1, 'conv', [0]],
      [3, 'conv', [1, 0]],
    ]);
  });

  test('the later of two convolutions', () => {
    expect(stepsOf((image) => image.conv(3).add(image.conv(3)))).toEqual([
      [1, 'conv', [0]],
      [3, 'conv', [0, 1]],
    ]);
  });

  test('not where its map is read elsewhere, or is an output', () => {
    const twice = (image: FeatureMap) => {
      const x = image.conv(3);
      return x.add(x);
    };
    const output = (image: FeatureMap) => {
      const x = image.conv(3);
      return { x, sum: x.add(image) };
    };
    for (const write of [twice, output]) expect(stepsOf(write).map(([, kind]) => kind)).toEqual(['conv', 'add']);
  });

  test.each<[string, (image: FeatureMap) => FeatureMap]>([
    ['has an activation', (image) => image.conv(3, { activation: 'relu' }).add(image)],
    ['has slopes', (image) => image.conv(3, { prelu: true }).add(image)],
    ['is cut into groups', (image) => image.conv(3, { groups: 3 }).add(image)],
    ['is one of three that are added', (image) => image.conv(3).add(image, image)],
    ['was given a sum already', (image) => image.conv(3).add(image).add(image)],
  ])('not where it %s', (_, write) => {
    expect(stepsOf(write).at(-1)?.[1]).toBe('add');
  });
});

test.each(SMALL_NETWORKS)('$name: computes the same with sums in convolutions', (network) => {
  const weights = foldParameters(network, drawParameters(network));
  const kernels = [STANDARD_INFERENCE_KERNELS, { ...STANDARD_INFERENCE_KERNELS, fusesSums: true }];
  const input = repeatableTensor<tf.Rank.R4>([2, 8, 8, 3]);
  const [single, fused] = kernels.map((kernels) => {
    const inference = createInference(network, weights, kernels);
    const values = inference.run(input).dataSync();
    inference.dispose();
    return values;
  });
  fused?.forEach((value, i) => {
    expect(value).toBeCloseTo(single?.[i] ?? Number.NaN, 5);
  });
});
