import { STANDARD_KERNELS, type TrainingKernels } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../data/random.ts';
import { type Engine, startEngine } from './engine.ts';

const engine = await startEngine('tfjs-node').catch((error: Error) => error);

function tensor<T extends tf.Tensor>(shape: number[], seed: number): T {
  const random = createRandom(seed);
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => 2 * random() - 1),
    shape,
  ) as T;
}

type Step = (kernels: TrainingKernels, x: tf.Tensor4D, parameter: tf.Tensor) => tf.Tensor;

const STEPS: readonly (readonly [string, number[], number[], Step])[] = [
  ['a convolution', [2, 6, 6, 3], [3, 3, 3, 4], (k, x, p) => k.conv(x, p as tf.Tensor4D, 2, 'same')],
  ['a pointwise convolution', [2, 6, 6, 3], [1, 1, 3, 4], (k, x, p) => k.conv(x, p as tf.Tensor4D, 1, 'same')],
  ['a depthwise convolution', [2, 6, 6, 3], [3, 3, 3, 1], (k, x, p) => k.depthwise(x, p as tf.Tensor4D, 1, 'same')],
  ['a global depthwise', [2, 6, 6, 3], [6, 6, 3, 1], (k, x, p) => k.depthwise(x, p as tf.Tensor4D, 1, 'valid')],
  ['batch normalisation', [2, 6, 6, 3], [3], (k, x, p) => k.batchNorm(x, p as tf.Tensor1D, tf.ones([3]), 1e-3).output],
  [
    'a kept normalisation',
    [2, 6, 6, 3],
    [2, 3],
    (k, x, p) => {
      const [gamma, beta] = tf.unstack(p) as [tf.Tensor1D, tf.Tensor1D];
      return k.keptNorm(x, gamma, beta, { mean: tf.tensor1d([0.1, 0, -1]), variance: tf.tensor1d([1, 2, 0.1]) }, 1e-3);
    },
  ],
  ['a PReLU', [2, 6, 6, 3], [3], (k, x, p) => k.prelu(x, p as tf.Tensor1D)],
];

describe('native kernels', () => {
  if (engine instanceof Error) it('are there', ({ skip }) => skip(`no native engine: ${engine.message}`));
  else testKernels(engine);
});

function testKernels({ kernels }: Engine): void {
  it.each(STEPS)('compute %s and its gradients as the standard ones do', (_, xShape, parameterShape, step) => {
    const x = tensor<tf.Tensor4D>(xShape, 1);
    const parameter = tensor(parameterShape, 2);
    const [native, standard] = [kernels, STANDARD_KERNELS].map((kernels) => {
      const f = (x: tf.Tensor, p: tf.Tensor) => {
        const y = step(kernels, x as tf.Tensor4D, p);
        return tf.sum(tf.mul(y, tensor(y.shape, 3)));
      };
      const { value, grads } = tf.valueAndGrads(f)([x, parameter]);
      return [value, ...grads].flatMap((t) => Array.from(t.dataSync()));
    }) as [number[], number[]];
    expect(native).toHaveLength(standard.length);
    native.forEach((value, i) => {
      expect(value).toBeCloseTo(standard[i] as number, 4);
    });
  });

  it('give the statistics that the standard ones give', () => {
    const x = tensor<tf.Tensor4D>([2, 6, 6, 3], 1);
    const statistics = (kernels: TrainingKernels) => {
      const { mean, variance } = kernels.batchNorm(x, tf.ones([3]), tf.zeros([3]), 1e-3);
      return { mean: [...mean.dataSync()], variance: [...variance.dataSync()] };
    };
    const [native, standard] = [statistics(kernels), statistics(STANDARD_KERNELS)];
    expect(standard.mean).toHaveLength(3);
    // TensorFlow's variance over 2·6·6 values is the unbiased one.
    const unbiased = standard.variance.map((value) => (72 / 71) * value);
    expect(native.mean).toEqual(standard.mean.map((value) => expect.closeTo(value, 5)));
    expect(native.variance).toEqual(unbiased.map((value) => expect.closeTo(value, 5)));
  });
}
