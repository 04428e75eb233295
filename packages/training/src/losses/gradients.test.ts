import { unitRows } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../engine/engine.ts';
import { CLASSES, drawIdentities, LABELS } from '../testing/drawn-identities.ts';
import { expectGradientToAgree, gradientOf } from '../testing/finite-differences.ts';
import { crossEntropy } from './cross-entropy.ts';
import { similarityMatrix } from './distillation/distillation-losses.ts';
import { identityBatch } from './identity-batch.ts';
import type { Head } from './loss-definition.ts';
import {
  buildLoss,
  type DistillationChoice,
  type HeadChoice,
  LOSSES,
  type TermChoice,
  type WeightingChoice,
} from './losses.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

const { heads, terms, weightings, distillations } = LOSSES;

/** Options with which no loss is too steep for finite differences, and all variants of a name. */
const HEADS: readonly HeadChoice[] = [
  { name: 'softmax' },
  { name: 'sphereface' },
  { name: 'cosface', scale: 8 },
  { name: 'arcface', scale: 8 },
  { name: 'arcface', scale: 8, margin: 2, guard: 'linear' },
  { name: 'arcface', scale: 8, margin: 2, guard: 'reflected' },
  { name: 'combined', scale: 8, m1: 1.2 },
  { name: 'sv-softmax', scale: 8 },
  { name: 'svgs', scale: 8 },
  { name: 'mv-softmax', scale: 8 },
  { name: 'mv-softmax', scale: 8, kind: 'angular', margin: 0.5, weight: 'fixed' },
  { name: 'curricularface', scale: 8 },
  { name: 'adacos' },
  { name: 'adaface', scale: 8 },
  { name: 'aml' },
  { name: 'aml', variant: 'repo' },
];
const TERMS: readonly TermChoice[] = [
  { name: 'intra' },
  { name: 'inter' },
  { name: 'inter', rows: 'batch' },
  { name: 'semi-hard-triplet', margin: 2 },
];
const WEIGHTINGS: readonly WeightingChoice[] = [{ name: 'class-balanced' }, { name: 'semi-hard', margin: 2 }];
const DISTILLATION: readonly DistillationChoice[] = [
  { name: 'cosine' },
  { name: 'mean-squared' },
  { name: 'relational' },
  { name: 'kl', scale: 8 },
];

const named = <Choice extends { readonly name: string }>(choices: readonly Choice[]) =>
  choices.map((choice) => [JSON.stringify(choice), choice] as const);

/** A head whose statistics have seen the batch once, and its loss as a function of embeddings and weights. */
function headLoss(choice: HeadChoice) {
  const { embeddings, weights } = drawIdentities();
  const head: Head = buildLoss(heads, choice, CLASSES);
  tf.tidy(() => head.observe(identityBatch(embeddings, weights, LABELS)));
  const loss = (x: tf.Tensor2D, w: tf.Tensor2D): tf.Scalar => {
    const batch = identityBatch(x, w, LABELS);
    return tf.mean(crossEntropy(head.logits(batch), batch.targets));
  };
  return { embeddings, weights, loss };
}

it('every loss of the table is tried', () => {
  const tried = [HEADS, TERMS, WEIGHTINGS, DISTILLATION].map((choices) => new Set(choices.map(({ name }) => name)));
  expect(tried.flatMap((names) => [...names])).toEqual(
    [heads, terms, weightings, distillations].flatMap((table) => Object.keys(table)),
  );
});

describe('the gradient of a head agrees with finite differences', () => {
  it.each(named(HEADS))('for the weights of the classes: %s', (_, choice) => {
    const { embeddings, weights, loss } = headLoss(choice);
    expectGradientToAgree((w: tf.Tensor2D) => loss(embeddings, w), weights);
  });

  // AdaFace takes the norm, which embeddings change, for a constant.
  it.each(named(HEADS.filter(({ name }) => name !== 'adaface')))('for the embeddings: %s', (_, choice) => {
    const { embeddings, weights, loss } = headLoss(choice);
    expectGradientToAgree((x: tf.Tensor2D) => loss(x, weights), embeddings);
  });
});

describe('what counts as a constant', () => {
  it('is the norm in AdaFace: the gradient is at right angles to each embedding', () => {
    const { embeddings, weights, loss } = headLoss({ name: 'adaface', scale: 8, share: 1 });
    const gradient = tf.tensor2d(
      gradientOf((x: tf.Tensor2D) => loss(x, weights), embeddings),
      embeddings.shape,
    );
    const lengths = [...tf.norm(gradient, 2, 1).dataSync()];
    const along = [...tf.sum(tf.mul(gradient, embeddings), 1).dataSync()];
    expect(Math.min(...lengths)).toBeGreaterThan(0.01);
    expect(along).toEqual(LABELS.map(() => expect.closeTo(0, 5)));
  });

  it('is the margin of AML where it is told so: the gradient is that of CosFace with this margin', () => {
    const { embeddings, weights, loss } = headLoss({ name: 'aml', marginGradient: false });
    const cosines = [...identityBatch(embeddings, weights, LABELS).targetCosines.dataSync()];
    const margin = cosines.reduce((sum, c) => sum + Math.sqrt(1 - c * c), 0) / cosines.length;
    const scale = Math.log(CLASSES.length) * Math.exp(Math.SQRT2);
    const cosFace = headLoss({ name: 'cosface', scale, margin });
    const [actual, expected] = [loss, cosFace.loss].map((l) =>
      Array.from(gradientOf((w: tf.Tensor2D) => l(embeddings, w), weights)),
    ) as [number[], number[]];
    expect(Math.max(...expected)).toBeGreaterThan(0.01);
    expect(actual).toEqual(expected.map((slope) => expect.closeTo(slope, 4)));
  });

  it.each(named(WEIGHTINGS))('is the weighting %s', (_, choice) => {
    const { embeddings, weights } = drawIdentities();
    const weigh = buildLoss(weightings, choice, CLASSES);
    const gradient = gradientOf((x: tf.Tensor2D) => {
      // Nothing of x, so that there is a path to it at all.
      const each = tf.add(weigh(identityBatch(x, weights, LABELS)), tf.mul(tf.sum(x), 0));
      return tf.sum(each) as tf.Scalar;
    }, embeddings);
    expect(Array.from(gradient, Math.abs)).toEqual(Array(embeddings.size).fill(0));
  });
});

describe.each(named(TERMS))('the gradient of %s', (_, choice) => {
  it('agrees with finite differences', () => {
    const { embeddings, weights } = drawIdentities();
    const term = buildLoss(terms, choice, CLASSES);
    if (choice.name !== 'inter') {
      expectGradientToAgree((x: tf.Tensor2D) => term(identityBatch(x, weights, LABELS)), embeddings);
    }
    if (choice.name !== 'semi-hard-triplet') {
      expectGradientToAgree((w: tf.Tensor2D) => term(identityBatch(embeddings, w, LABELS)), weights);
    }
  });
});

describe.each(named(DISTILLATION))('the gradient of distillation by %s', (_, choice) => {
  it('agrees with finite differences', () => {
    const { embeddings, weights, teacher } = drawIdentities();
    const distil = buildLoss(distillations, choice, CLASSES);
    const units = unitRows(teacher);
    expectGradientToAgree((x: tf.Tensor2D) => {
      const { units: student, cosines } = identityBatch(x, weights, LABELS);
      const teacherCosines = tf.slice(similarityMatrix(units), [0, 0], [-1, CLASSES.length]) as tf.Tensor2D;
      return distil({ student, teacher: units, studentCosines: cosines, teacherCosines });
    }, embeddings);
  });
});
