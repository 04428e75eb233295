import { createInference, foldParameters, initialParameters, NETWORKS, type Network } from '@face-verify/nets';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { ENGINE_KERNELS } from './engine-kernels.ts';

/** One of each family, small enough for the plain backend. */
const FAMILIES = [
  'ConvFaceNeXt_PS+LGAF',
  'MobileFaceNet',
  'MobileFaceNetV1',
  'ShuffleFaceNet_0.5x',
  'ProxylessFaceNAS',
  'MobiFace_fc',
  'ProgressiveNet_1',
  'DPN-68',
  'FacePointNet',
  'BlazeFace_short_range',
];

test.for(FAMILIES)('the engine has every kernel that %s computes with', { timeout: 60_000 }, async (name) => {
  await tf.setBackend('cpu');
  const network = NETWORKS[name]?.(32) as Network;
  const { kernelNames } = await tf.profile(() => {
    const inference = createInference(
      network,
      foldParameters(
        network,
        initialParameters(network, () => 0.5),
      ),
    );
    return inference.run(tf.zeros<tf.Rank.R4>([1, ...network.nodes[0].shape]));
  });
  // Operations are listed, too.
  const kernels = kernelNames.filter((kernel) => !kernel.endsWith('__op'));
  expect(kernels.filter((kernel) => !ENGINE_KERNELS.includes(kernel))).toEqual([]);
});
