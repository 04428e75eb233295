import { createTrainable, defineNetwork, networkInput, type Trainable, unitRows } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../data/random.ts';
import type { TrainingTask } from '../learn/tasks/training-task.ts';
import { runImages } from '../learn/validation/run-images.ts';
import { cosineLoss } from '../losses/distillation/distillation-losses.ts';
import type { LearnedParameter } from '../losses/learned-parameter.ts';

const SIZE_PX = 8;

export interface ToyTask extends TrainingTask {
  readonly student: Trainable;
  /** Pictures by their positions in the run, as the network gets them. */
  input(pictures: readonly number[]): tf.Tensor4D;
}

/**
 * A network of a few hundred parameters that learns to tell where a drawn square is brightest; runs in milliseconds.
 *
 * @param mode - `evaluate` normalises by the kept statistics: the loss of a picture does not depend on its batch then
 */
export function createToyTask(seed = 1, mode: 'train' | 'evaluate' = 'train'): ToyTask {
  const network = defineNetwork('toy', [SIZE_PX, SIZE_PX, 3], (image) =>
    image
      .conv(6, { kernel: 3, stride: 2, norm: true, prelu: true })
      .depthwise({ norm: true })
      .conv(8, { prelu: true })
      .depthwise({ kernel: 4, padding: 'valid', norm: true })
      .conv(4),
  );
  const student = createTrainable(network, { random: createRandom(seed) });
  const parameters = student.parameters.map(({ name, variable, role, trainable }): LearnedParameter => {
    return { name, variable, treatment: !trainable ? 'statistic' : role === 'kernel' ? 'decayed' : 'plain' };
  });
  const draw = (picture: number) => {
    const random = createRandom(seed, picture);
    const corners = Array.from({ length: 4 }, random);
    const data = Uint8Array.from({ length: SIZE_PX * SIZE_PX * 3 }, (_, i) => {
      const [x, y] = [Math.floor(i / 3) % SIZE_PX, Math.floor(i / 3 / SIZE_PX)];
      return 255 * (corners[(x < SIZE_PX / 2 ? 0 : 1) + (y < SIZE_PX / 2 ? 0 : 2)] as number);
    });
    return { image: { widthPx: SIZE_PX, heightPx: SIZE_PX, channels: 3, data } as const, corners };
  };
  const input = (pictures: readonly number[]) =>
    networkInput(
      pictures.map((picture) => draw(picture).image),
      SIZE_PX,
    );
  const run = (input: tf.Tensor4D) => student.forward(input, 'evaluate').output;
  const heldOut = Array.from({ length: 8 }, (_, i) => draw(1_000_000 + i).image);
  return {
    network,
    student,
    parameters,
    input,
    run,
    heldOut,
    batch: (pictures) => {
      const faces = input(pictures);
      const target = tf.tidy(() => unitRows(tf.tensor2d(pictures.map((picture) => draw(picture).corners))));
      return {
        losses: () => ({ total: cosineLoss(unitRows(student.forward(faces, mode).output), target) }),
        dispose: () => tf.dispose([faces, target]),
      };
    },
    settle: (pictures, past) => tf.tidy(() => student.settle(input(pictures), past)),
    validate: async (run) => ({ outputs: (await runImages(heldOut, run)).length }),
    describe: async () => ({
      kind: 'embedder',
      dimension: 4,
      thresholds: [],
      thresholdsAgainstSimilar: [],
      metrics: {},
    }),
  };
}
