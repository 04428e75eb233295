import { defineNetwork, type FeatureMap, type Written } from '@face-verify/nets';
import { describe, expect, test } from 'vitest';
import { kernelSteps } from './kernel-steps.ts';

/** The nodes whose maps are computed, where sums may be part of convolutions. */
function stepsOf(write: (image: FeatureMap) => Written) {
  return kernelSteps(defineNetwork('net', [4, 4, 3], write)).map(({ id, node: { kind }, inputs }) => [
    id,
    kind,
    inputs,
  ]);
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
