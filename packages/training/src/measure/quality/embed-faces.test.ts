import { drawnContract } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { CROP_BYTES, CROP_SIZE_PX } from '../../data/crop.ts';
import type { CropReader } from '../../data/crop-reader.ts';
import { startEngine } from '../../engine/engine.ts';
import { cropOf } from '../../testing/crop-of.ts';
import { type Embedder, embedFaces, trustedFaces } from './embed-faces.ts';

const RECORDS = [
  cropOf({ identity: 'ada' }),
  cropOf({ identity: 'ben' }),
  cropOf({ identity: 'ada', suspect: true }),
  cropOf({ identity: 'ada' }),
  cropOf({}),
  cropOf({ identity: 'ben', split: 'train' }),
];

/** Each crop of one grey, the lighter the later. */
const CROPS: CropReader = {
  records: RECORDS,
  read: (index) => ({
    widthPx: CROP_SIZE_PX,
    heightPx: CROP_SIZE_PX,
    channels: 3,
    data: new Uint8Array(CROP_BYTES).fill(128 + 10 * index),
  }),
  close: () => undefined,
};

/** Gives how light a face is. */
const EMBEDDER: Embedder = {
  contract: drawnContract('light', 1),
  run: (input) => tf.reshape(tf.mean(input, [1, 2, 3]), [input.shape[0], 1]),
};

beforeAll(async () => {
  await startEngine('cpu');
});

describe('the faces that are measured', () => {
  it('were never trained on, are trusted, and are of people of whom there are several', () => {
    expect(trustedFaces(CROPS)).toEqual([0, 3]);
  });

  it('keep the length of their embeddings, and are told apart by their place in the pack', async () => {
    const faces = await embedFaces(CROPS, [0, 3], EMBEDDER);
    expect(faces.map(({ index, identity }) => [index, identity])).toEqual([
      [0, 'ada'],
      [3, 'ada'],
    ]);
    expect(faces.map(({ embedding }) => 128 * embedding.norm + 127.5)).toEqual([
      expect.closeTo(128, 2),
      expect.closeTo(158, 2),
    ]);
  });

  it('are damaged before they are embedded, each by its place in the pack', async () => {
    const [face] = await embedFaces(CROPS, [3], EMBEDDER, (crop, index) => ({
      ...crop,
      data: crop.data.map((value) => value + index),
    }));
    expect(128 * (face?.embedding.norm as number) + 127.5).toBeCloseTo(161, 2);
  });
});
