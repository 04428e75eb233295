import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unitRows } from '@face-verify/nets';
import { describeWithShared } from '@face-verify/testkit/vitest';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { startEngine } from '../engine/engine.ts';
import { cosineLoss, divergenceLoss, meanSquaredLoss } from './distillation/distillation-losses.ts';
import { marginCosine } from './heads/angular-margin.ts';
import { type IdentityBatch, identityBatch } from './identity-batch.ts';
import { createIdentityLoss, type IdentityLossConfig } from './identity-loss.ts';
import { buildLoss, LOSSES, type TermChoice } from './losses.ts';
import { semiHardTriplets, squaredDistances } from './semi-hard.ts';
import { classBalancedWeights } from './weightings/class-balanced.ts';

/** What the file of golden values holds: embeddings, weights of classes (one row each), labels, a teacher. */
interface Golden {
  readonly X: number[][];
  readonly W: number[][];
  readonly Y: number[];
  readonly bias: number[];
  readonly other: number[][];
  readonly values: Readonly<Record<string, number>> & {
    readonly cb_weights_norm: readonly number[];
    readonly triplets_alpha2: readonly (readonly [number, number, number])[];
  };
}

/** The counts of pictures that the golden class-balanced values were computed with. */
const CLASSES = [5, 50, 500, 20, 1];

beforeAll(async () => {
  await startEngine('cpu');
});

describeWithShared('the golden values of the losses', (folder) => {
  const { X, W, Y, bias, other, values }: Golden = JSON.parse(
    readFileSync(path.join(folder, 'specs', 'loss_golden.json'), 'utf8'),
  );
  const batch = (): IdentityBatch => identityBatch(tf.tensor2d(X), tf.transpose(tf.tensor2d(W)), Y);
  const scalar = (tensor: tf.Tensor) => tensor.dataSync()[0] as number;
  const near = (actual: number, name: string) => {
    const expected = values[name] as number;
    expect(Math.abs(actual - expected) / Math.abs(expected)).toBeLessThan(2e-6);
  };

  /** The total of a loss that sees the batch for the first time. */
  const total = (config: IdentityLossConfig, statistics: Readonly<Record<string, number>> = {}) => {
    const loss = createIdentityLoss(config, CLASSES);
    for (const { name, variable } of loss.parameters) {
      if (name in statistics) variable.assign(tf.scalar(statistics[name] as number));
      if (name === 'softmax/bias') variable.assign(tf.tensor1d(bias));
    }
    const result = scalar(loss.losses(batch()).total);
    const kept = Object.fromEntries(loss.parameters.map(({ name, variable }) => [name, variable.dataSync()[0]]));
    return { result, kept };
  };

  it.each<readonly [string, IdentityLossConfig]>([
    ['softmax', { head: { name: 'softmax' } }],
    ['norm_softmax_s64', { head: { name: 'cosface', margin: 0 } }],
    ['cosface_s64_m035', { head: { name: 'cosface' } }],
    ['arcface_s64_m05', { head: { name: 'arcface' } }],
    ['arcface_s64_m05_keras_guard', { head: { name: 'arcface', guard: 'reflected' } }],
    ['arcface_smooth01', { head: { name: 'arcface' }, labelSmoothing: 0.1 }],
    ['combined_1_03_02', { head: { name: 'combined' } }],
    ['sv_combined_t12', { head: { name: 'svgs' } }],
    ['aml_paper', { head: { name: 'aml' } }],
    ['aml_repo', { head: { name: 'aml', variant: 'repo' } }],
    [
      'cb_beta09999_counts',
      { head: { name: 'softmax', bias: false }, weightings: [{ name: 'class-balanced', normalised: false }] },
    ],
  ])('%s', (name, config) => {
    near(total(config).result, name);
  });

  it('sphereface_m4_lam5, late enough for λ to be at its floor', () => {
    near(total({ head: { name: 'sphereface' } }, { 'sphereface/step': 1e5 }).result, 'sphereface_m4_lam5');
  });

  it('curricular, and its t after the first batch', () => {
    const { result, kept } = total({ head: { name: 'curricularface' } });
    near(result, 'curricular');
    near(kept['curricularface/t'] as number, 'curricular_t');
  });

  it('adacos_s0 and adacos_s1', () => {
    const adaCos = buildLoss(LOSSES.heads, { name: 'adacos' }, CLASSES);
    const scale = adaCos.parameters[0]?.variable as tf.Variable;
    near(scalar(scale), 'adacos_s0');
    adaCos.observe(batch());
    near(scalar(scale), 'adacos_s1');
  });

  it('adaface_target: a cosine of 0.5 and a norm of 22 with mean 20 and deviation 4', () => {
    const adaFace = buildLoss(LOSSES.heads, { name: 'adaface' }, [1, 1]);
    for (const { name, variable } of adaFace.parameters) variable.assign(tf.scalar(name.endsWith('mean') ? 20 : 4));
    const embeddings = tf.tensor2d([[11, 11 * Math.sqrt(3)]]);
    const logits = adaFace.logits(identityBatch(embeddings, tf.eye(2), [0]));
    near(scalar(logits), 'adaface_target');
  });

  it.each<readonly [string, TermChoice]>([
    ['intra', { name: 'intra' }],
    ['inter', { name: 'inter' }],
    ['triplet_alpha2', { name: 'semi-hard-triplet', margin: 2 }],
  ])('%s', (name, choice) => {
    near(scalar(buildLoss(LOSSES.terms, choice, CLASSES)(batch())), name);
  });

  it('triplets_alpha2', () => {
    const triplets = semiHardTriplets(squaredDistances(batch().units), Y, 2);
    const [anchors, positives, negatives] = [triplets?.anchors, triplets?.positives, triplets?.negatives].map(
      (rows) => rows?.arraySync() ?? [],
    ) as [number[][], number[][], number[][]];
    const found = negatives.flatMap((row, t) =>
      row.includes(1) ? [[anchors[t]?.indexOf(1), positives[t]?.indexOf(1), row.indexOf(1)]] : [],
    );
    expect(found).toEqual(values.triplets_alpha2);
  });

  it('cb_weights_norm', () => {
    classBalancedWeights(CLASSES, { beta: 0.9999, normalised: true }).forEach((weight, i) => {
      expect(weight).toBeCloseTo(values.cb_weights_norm[i] as number, 10);
    });
  });

  it.each([
    ['target_c_m095_mxnet', 'linear'],
    ['target_c_m095_keras', 'reflected'],
  ] as const)('%s', (name, guard) => {
    near(scalar(marginCosine(tf.scalar(-0.95), { m1: 1, m2: 0.5, m3: 0, guard })), name);
  });

  it('kd_cos, kd_mse with its weight, kd_kl at temperature 4', () => {
    const [student, teacher] = [tf.tensor2d(X), tf.tensor2d(other)];
    near(scalar(cosineLoss(unitRows(student), unitRows(teacher))), 'kd_cos');
    const weight = LOSSES.distillations['mean-squared'].defaults.weight;
    near(weight * scalar(meanSquaredLoss(unitRows(student), unitRows(teacher))), 'kd_mse');
    near(scalar(divergenceLoss(student, teacher, 4)), 'kd_kl');
  });
});
