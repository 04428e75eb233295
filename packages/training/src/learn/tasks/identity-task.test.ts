import type { RgbImage } from '@face-verify/core';
import { defineNetwork } from '@face-verify/nets';
import { expectNoTensorLeak } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { STANDARD_AUGMENTATION } from '../../data/augment.ts';
import { CROP_BYTES, CROP_SIZE_PX, type CropRecord } from '../../data/crop.ts';
import type { CropReader } from '../../data/crop-reader.ts';
import { type Engine, startEngine } from '../../engine/engine.ts';
import { gradientStep } from '../trainer/gradient-step.ts';
import { layOut, readVariables } from '../trainer/parameter-layout.ts';
import { runImages } from '../validation/run-images.ts';
import { type IdentityConfig, identityTask } from './identity-task.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine('cpu');
});

/** Sixteen times smaller at once, so that a step takes milliseconds. */
const network = () =>
  defineNetwork('toy', [112, 112, 3], (image) =>
    image
      .conv(4, { kernel: 16, stride: 16, norm: true, prelu: true })
      .depthwise({ kernel: 7, padding: 'valid' })
      .conv(6),
  );

const IDENTITIES = ['ada', 'ben', 'cy', 'dan', 'eve'];

/** Six crops of each of five people, the last two of them for validation: a person is a grey of its own. */
const CROPS: CropReader = {
  records: IDENTITIES.flatMap((identity, person) =>
    Array.from({ length: 6 }, (_, row): CropRecord => {
      const split = person < 3 ? 'train' : 'val';
      return {
        set: 'drawn',
        split,
        row,
        identity,
        points: [
          [40, 60],
          [80, 60],
          [60, 80],
        ],
        scale: 1,
        source: '',
      };
    }),
  ),
  read: (index): RgbImage => {
    const data = new Uint8Array(CROP_BYTES).fill(40 + 40 * Math.floor(index / 6));
    return { widthPx: CROP_SIZE_PX, heightPx: CROP_SIZE_PX, channels: 3, data };
  },
  close: () => undefined,
};

const CONFIG: Omit<IdentityConfig, 'kind' | 'architecture'> = {
  seed: 1,
  data: {},
  sampler: { kind: 'pk', perIdentity: 2 },
  augmentation: STANDARD_AUGMENTATION,
  loss: {
    head: { name: 'curricularface', scale: 8 },
    weightings: [{ name: 'class-balanced' }],
    terms: [{ name: 'intra', weight: 0.5 }, { name: 'inter' }, { name: 'semi-hard-triplet', margin: 2 }],
  },
};

const step = async (config: typeof CONFIG, pictures: readonly number[], target?: (crop: number) => Float32Array) => {
  const task = identityTask(config, network(), engine, CROPS, target);
  const { spans, length } = layOut(task.parameters);
  const gradients = new Float32Array(length);
  const start = await readVariables(task.parameters, spans);
  const losses = await gradientStep(task, start, gradients, pictures);
  const of = (name: string) => {
    const span = spans.find((s) => s.name === name);
    if (span === undefined) throw new Error(`The task has no ${name}.`);
    return [...gradients.subarray(span.start, span.end)];
  };
  return { task, start, gradients, losses, of };
};

describe('the identity task', () => {
  it('adds up its losses by their weights and names each in the log', async () => {
    const { losses } = await step(CONFIG, [0, 1, 2, 3]);
    const { total, curricularface, intra, inter } = losses as Record<string, number>;
    expect(Object.keys(losses)).toEqual(['total', 'curricularface', 'intra', 'inter', 'semi-hard-triplet']);
    const sum = Number(curricularface) + 0.5 * Number(intra) + Number(inter) + Number(losses['semi-hard-triplet']);
    expect(total).toBeCloseTo(sum, 4);
  });

  it('hands back a gradient for the weights of the classes, and the new value of what the head keeps', async () => {
    const { of } = await step(CONFIG, [0, 1, 2, 3]);
    expect(of('head/weights')).toHaveLength(6 * 3);
    expect(of('head/weights').some((slope) => slope !== 0)).toBe(true);
    expect(of('curricularface/t')).not.toEqual([0]);
  });

  it('computes the same from the same parameters, kept values and pictures', async () => {
    const pictures = [4, 5, 6, 7];
    const [first, second] = [await step(CONFIG, pictures), await step(CONFIG, pictures)];
    expect(second.losses).toEqual(first.losses);
    expect(second.gradients).toEqual(first.gradients);
  });

  it('learns from a teacher beside the identities where it is told to', async () => {
    const target = (crop: number) => Float32Array.from({ length: 6 }, (_, i) => Number(i === Math.floor(crop / 6)));
    const { losses } = await step({ ...CONFIG, distillation: { name: 'cosine', weight: 2 } }, [0, 1, 2, 3], target);
    const { losses: without } = await step(CONFIG, [0, 1, 2, 3]);
    expect(losses.distillation).toBeGreaterThan(0);
    expect(losses.total).toBeCloseTo(Number(without.total) + 2 * Number(losses.distillation), 4);
  });

  it('refuses a teacher whose embeddings are of another length', async () => {
    const target = () => Float32Array.from([1, 0]);
    const config = { ...CONFIG, distillation: { name: 'cosine' } } as const;
    await expect(step(config, [0, 1, 2, 3], target)).rejects.toThrow(
      "The student's embedding has 6 numbers, the teacher's 2.",
    );
  });

  it('leaves no tensor behind in a step', async () => {
    const { task, start, gradients } = await step(CONFIG, [0, 1, 2, 3]);
    await expectNoTensorLeak(() => gradientStep(task, start, gradients, [4, 5, 6, 7]));
  });

  it('settles on pictures: it computes what it did, by statistics that are theirs, and leaves no tensor behind', async () => {
    const task = identityTask(CONFIG, network(), engine, CROPS);
    const { spans } = layOut(task.parameters);
    const variance = spans.find(({ name }) => name.endsWith('/variance'));
    const outputs = async () => (await runImages(task.heldOut, task.run)).flatMap((row) => [...row]);
    const before = await outputs();
    await expectNoTensorLeak(() => task.settle([0, 1, 2, 3], 0));
    (await outputs()).forEach((value, i) => {
      expect(value).toBeCloseTo(before[i] as number, 4);
    });
    const settled = (await readVariables(task.parameters, spans)).subarray(variance?.start, variance?.end);
    expect(settled).toHaveLength(4);
    expect([...settled]).not.toContain(1);
  });

  it('is validated on people that it never learns from', async () => {
    const { task } = await step(CONFIG, [0, 1, 2, 3]);
    expect(task.heldOut).toHaveLength(12);
    const figures = await task.validate((input) =>
      tf.tidy(() => tf.reshape(tf.slice(input, [0, 50, 50, 0], [-1, 1, 1, 3]), [-1, 3])),
    );
    expect(figures).toHaveProperty('auc');
  });
});
