import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../engine/engine.ts';
import { crossEntropy } from './cross-entropy.ts';
import { identityBatch } from './identity-batch.ts';
import { createIdentityLoss } from './identity-loss.ts';
import { type HeadChoice, LOSSES, type TermChoice } from './losses.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

/** Three classes along the axes; embeddings on the own centre, opposite it, on another's, at right angles, of no length. */
const WEIGHTS = () => tf.eye(3) as tf.Tensor2D;
const EMBEDDINGS = () =>
  tf.tensor2d([
    [5, 0, 0],
    [-5, 0, 0],
    [0, 5, 0],
    [0, 0, 1e-20],
    [0, 0, 0],
  ]);
const LABELS = [0, 0, 0, 1, 2];

const heads = Object.keys(LOSSES.heads).map((name): HeadChoice => ({ name }) as HeadChoice);
const terms = Object.keys(LOSSES.terms).map((name): TermChoice => ({ name }) as TermChoice);

describe('at cosines of 1, −1 and 0, and for an embedding of zeros', () => {
  it.each([...heads, { name: 'aml', variant: 'repo' } as const].map((head) => [JSON.stringify(head), head] as const))(
    'loss and gradients are numbers: %s',
    (_, head) => {
      const loss = createIdentityLoss({ head, terms, weightings: [{ name: 'semi-hard' }] }, [3, 1, 1]);
      const { value, grads } = tf.valueAndGrads(
        (x, w) => loss.losses(identityBatch(x as tf.Tensor2D, w as tf.Tensor2D, LABELS)).total,
      )([EMBEDDINGS(), WEIGHTS()]);
      for (const tensor of [value, ...grads, ...loss.parameters.map(({ variable }) => variable)]) {
        expect(tensor.dataSync().every(Number.isFinite)).toBe(true);
      }
    },
  );
});

describe('the cross-entropy', () => {
  it('is right for logits as far from 0 as they come', () => {
    const loss = crossEntropy(tf.tensor2d([[1e4, -1e4]]), tf.tensor2d([[0, 1]]));
    expect(loss.dataSync()[0]).toBe(2e4);
  });
});
