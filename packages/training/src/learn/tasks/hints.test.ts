import '@tensorflow/tfjs';
import { defineNetwork, STANDARD_KERNELS } from '@face-verify/nets';
import { expectNoTensorLeak } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Hints, hintsOf } from './hints.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** Two stages of three that the teacher knows, and one that it does not. */
const network = defineNetwork('toy', [8, 8, 3], (image) =>
  image.conv(4).tap('stage1').conv(5, { stride: 2 }).tap('stage2').conv(6).tap('last'),
);

const HINT_CHANNELS = { stage1: 7, stage2: 9, stage3: 11 };

/** Gives maps of its own whatever it sees. */
const TEACHER: Parameters<typeof hintsOf>[0] = {
  hintChannels: HINT_CHANNELS,
  teach: (faces) => ({
    embedding: tf.zeros([faces.length, 256]),
    hints: {
      stage1: tf.randomNormal([faces.length, 8, 8, 7], 0, 1, 'float32', 1),
      stage2: tf.randomNormal([faces.length, 4, 4, 9], 0, 1, 'float32', 2),
      stage3: tf.randomNormal([faces.length, 2, 2, 11], 0, 1, 'float32', 3),
    },
  }),
};

const FACES = [0, 1].map((level) => ({
  widthPx: 8,
  heightPx: 8,
  channels: 3 as const,
  data: new Uint8Array(8 * 8 * 3).fill(level),
}));

const hints = () => hintsOf(TEACHER, network, { kernels: STANDARD_KERNELS }, 1);

const studentMaps = () => ({
  stage1: tf.randomNormal([2, 8, 8, 4], 0, 1, 'float32', 4) as tf.Tensor4D,
  stage2: tf.randomNormal([2, 4, 4, 5], 0, 1, 'float32', 5) as tf.Tensor4D,
});

/** Lowers the loss on one lesson, the maps of the student fixed. */
function learn({ parameters, teach, loss }: Hints, steps: number): number[] {
  const [student, teacher] = [studentMaps(), teach(FACES)];
  const optimizer = tf.train.adam(0.05);
  const variables = parameters.map(({ variable }) => variable);
  return Array.from(
    { length: steps },
    () => optimizer.minimize(() => loss(student, teacher), true, variables)?.dataSync()[0] as number,
  );
}

describe('hints', () => {
  it('lead the stages that network and teacher both have, each by a map from its channels to the teacher’s', () => {
    const { parameters, teach } = hints();
    expect(parameters.map(({ name, variable }) => [name, variable.shape])).toEqual([
      ['hint/stage1', [4, 7]],
      ['hint/stage2', [5, 9]],
    ]);
    expect(Object.keys(teach(FACES))).toEqual(['stage1', 'stage2']);
  });

  it('are a distance between 0 and 2, which falls as the maps are learned', () => {
    const losses = learn(hints(), 30);
    expect(losses[0]).toBeGreaterThan(0.5);
    expect(losses[0]).toBeLessThan(2);
    expect(losses.at(-1)).toBeLessThan(0.8 * (losses[0] as number));
  });

  it('ask the student to move', () => {
    const { teach, loss } = hints();
    const [student, teacher] = [studentMaps(), teach(FACES)];
    const slope = tf.grad((stage1) => loss({ ...student, stage1: stage1 as tf.Tensor4D }, teacher))(student.stage1);
    expect(tf.max(tf.abs(slope)).dataSync()[0]).toBeGreaterThan(1e-5);
  });

  it('keep of a lesson no tensor but the maps', async () => {
    const { teach } = hints();
    await expectNoTensorLeak(() => tf.dispose(tf.tidy(() => teach(FACES))));
  });

  it('are refused for a network without such a stage', () => {
    const bare = defineNetwork('bare', [8, 8, 3], (image) => image.conv(4).tap('last'));
    expect(() => hintsOf(TEACHER, bare, { kernels: STANDARD_KERNELS }, 1)).toThrow(/bare has no stage/);
  });
});
