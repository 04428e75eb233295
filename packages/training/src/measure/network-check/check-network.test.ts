import { defineNetwork, STANDARD_KERNELS, type TrainingKernels } from '@face-verify/nets';
import { TOLERANCES } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../data/random.ts';
import { startEngine } from '../../engine/engine.ts';
import { checkNetwork } from './check-network.ts';
import type { FacesOfTwo } from './faces-of-two.ts';
import { FOLDED_TOLERANCE, faultsOf } from './faults.ts';

const SIDE_PX = 8;

const NETWORK = defineNetwork('small', [SIDE_PX, SIDE_PX, 3], (image) =>
  image
    .conv(6, { kernel: 3, norm: true, prelu: true })
    .depthwise({ norm: true })
    .globalDepthwise({ norm: true })
    .dense(4, { bias: true }),
);

const random = createRandom(1);
const noise = () =>
  ({
    widthPx: SIDE_PX,
    heightPx: SIDE_PX,
    channels: 3,
    data: Uint8Array.from({ length: SIDE_PX * SIDE_PX * 3 }, () => 256 * random()),
  }) as const;
const FACES: FacesOfTwo = {
  origin: 'rendered',
  people: [
    [noise(), noise(), noise(), noise()],
    [noise(), noise()],
  ],
};

const check = (kernels: Partial<TrainingKernels> = {}, network = NETWORK) =>
  checkNetwork(network, { name: 'cpu', passedOver: [], kernels: { ...STANDARD_KERNELS, ...kernels } }, FACES);

/** A PReLU whose slopes' gradient is what is said. */
const preluWithGradient =
  (gradient: (alpha: tf.Tensor) => tf.Tensor): TrainingKernels['prelu'] =>
  (x, alpha) => {
    const prelu = tf.customGrad((...args) => {
      const [x, alpha] = args as unknown as [tf.Tensor4D, tf.Tensor1D];
      return { value: STANDARD_KERNELS.prelu(x, alpha), gradFunc: (dy: tf.Tensor) => [dy, gradient(alpha)] };
    });
    return prelu(x, alpha) as tf.Tensor4D;
  };

beforeAll(async () => {
  await startEngine('cpu');
});

describe('the check of a network', () => {
  it('finds no fault in one that is as it should be', async () => {
    const found = await check();
    expect(faultsOf(found)).toEqual([]);
    expect(found).toMatchObject({ name: 'small', sidePx: SIDE_PX, faces: 'rendered', tensorsLeft: 0, silent: [] });
    expect(found.losses).toHaveLength(3);
  });

  it('finds a learned parameter without a slope', async () => {
    const found = await check({ prelu: preluWithGradient(tf.zerosLike) });
    expect(faultsOf(found)).toEqual(['no gradient: 1/alpha']);
  });

  it('finds a slope that is not finite', async () => {
    const found = await check({ prelu: preluWithGradient((alpha) => tf.fill(alpha.shape, Number.NaN)) });
    expect(faultsOf(found)).toContain('gradient not finite: 1/alpha');
  });

  it('finds a network that computes otherwise when it is folded', async () => {
    const found = await check({ depthwise: (...args) => tf.mul(STANDARD_KERNELS.depthwise(...args), 1.001) });
    expect(found.foldedDifference).toBeGreaterThan(FOLDED_TOLERANCE);
    expect(faultsOf(found)).toHaveLength(1);
  });

  it('finds a tensor that is left behind', async () => {
    const left: tf.Tensor[] = [];
    const found = await check({
      prelu: (...args) => {
        left.push(tf.keep(tf.scalar(1)));
        return STANDARD_KERNELS.prelu(...args);
      },
    });
    tf.dispose(left);
    expect(faultsOf(found)).toEqual([`tensors left behind: ${left.length}`]);
  });

  it('excuses a bias that the normalisation after it takes away', async () => {
    const network = defineNetwork('biased', [SIDE_PX, SIDE_PX, 3], (image) =>
      image.conv(4, { bias: true, norm: true }).globalDepthwise(),
    );
    const [, conv] = network.nodes;
    const withoutSlope: TrainingKernels['batchNorm'] = (x, gamma, beta, epsilon) => {
      const stop = tf.customGrad((x) => ({
        value: tf.clone(x as tf.Tensor),
        gradFunc: (dy) => tf.zerosLike(dy as tf.Tensor),
      }));
      return STANDARD_KERNELS.batchNorm(stop(x) as tf.Tensor4D, gamma, beta, epsilon);
    };
    const { silent } = await check({ batchNorm: withoutSlope }, network);
    expect(conv).toMatchObject({ bias: true, norm: true });
    expect(silent).toEqual([
      { name: '1/kernel' },
      { name: '1/bias', excuse: expect.stringContaining('normalisation') },
    ]);
  });
});

it('holds networks to the tolerance that tests on small images hold them to', () => {
  expect(FOLDED_TOLERANCE).toBe(TOLERANCES.foldedVersusUnfolded);
});
