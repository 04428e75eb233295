import { foldParameters, initialParameters, NETWORKS, type Network } from '@face-verify/nets';
import { expect, test } from 'vitest';
import { plainLayers, transposed } from './plain-layers.ts';

test('values are put in another order of axes', () => {
  const rows = Float32Array.of(1, 2, 3, 4, 5, 6);
  expect([...transposed(rows, [2, 3], [1, 0])]).toEqual([1, 4, 2, 5, 3, 6]);
  expect([...transposed(rows, [1, 2, 3, 1], [3, 2, 0, 1])]).toEqual([1, 4, 2, 5, 3, 6]);
  expect(transposed(rows, [2, 3], [0, 1])).toEqual(rows);
});

test('a network of convolutions and sums is told layer by layer, and one with others is refused', () => {
  const layersOf = (name: string) => {
    const network = NETWORKS[name]?.(32) as Network;
    return plainLayers(
      network,
      foldParameters(
        network,
        initialParameters(network, () => 0.5),
      ),
    );
  };
  const layers = layersOf('ConvFaceNeXt_PS');
  expect(new Set(layers.map(({ kind }) => kind))).toEqual(new Set(['conv', 'depthwise', 'add']));
  expect(layers.at(-1)?.shape).toEqual([1, 1, 128]);
  expect(() => layersOf('ShuffleFaceNet_0.5x')).toThrow(RangeError);
});
