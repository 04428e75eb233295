import { ALIGNED_SIZE_PX } from '@face-verify/core';
import { quantileOf } from '@face-verify/eval';
import { createTrainable, NETWORKS, STANDARD_KERNELS } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../data/random.ts';
import type { Engine } from './engine.ts';

export interface SpeedOptions {
  /** Key of the network registry. */
  readonly network: string;
  readonly batch: number;
  /** Measured after two that are not. */
  readonly steps: number;
  /** tfjs's own gradients instead of the engine's kernels. */
  readonly standardKernels: boolean;
}

/** Images per second of forward and backward pass, without data, teacher and optimizer; the median over the steps. */
export async function trainingStepSpeed(engine: Engine, options: SpeedOptions): Promise<number> {
  const define = NETWORKS[options.network];
  if (define === undefined) throw new Error(`There is no network ${options.network}.`);
  const random = createRandom(1);
  const kernels = options.standardKernels ? STANDARD_KERNELS : engine.kernels;
  const { forward, parameters } = createTrainable(define(), { kernels, random });
  const variables = parameters.filter(({ trainable }) => trainable).map(({ variable }) => variable);
  const shape = [options.batch, ALIGNED_SIZE_PX, ALIGNED_SIZE_PX, 3] as [number, number, number, number];
  const pixels = Float32Array.from({ length: shape.reduce((product, side) => product * side) }, () => 2 * random() - 1);
  const input = tf.tensor4d(pixels, shape);

  const seconds: number[] = [];
  for (let step = 0; step < options.steps + 2; step++) {
    const start = performance.now();
    const { value, grads } = tf.variableGrads(() => tf.mean(tf.square(forward(input, 'train').output)), variables);
    await value.data();
    await Object.values(grads).at(-1)?.data();
    tf.dispose([value, Object.values(grads)]);
    if (step >= 2) seconds.push((performance.now() - start) / 1000);
  }
  tf.dispose([input, parameters.map(({ variable }) => variable)]);
  return options.batch / quantileOf(seconds, 0.5);
}
