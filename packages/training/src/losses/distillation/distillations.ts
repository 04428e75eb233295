import * as tf from '@tensorflow/tfjs-core';
import type { Distillation, DistillationBatch, LossDefinition } from '../loss-definition.ts';
import type { TermOptions } from '../terms/term-options.ts';
import {
  cosineLoss,
  divergenceLoss,
  meanSquaredLoss,
  relationalLoss,
  similarityMatrix,
} from './distillation-losses.ts';

interface DivergenceOptions extends TermOptions {
  /** Softens both distributions; 1 leaves them as they are. */
  readonly temperature: number;
  /** Of the cosines with the centres of the classes. */
  readonly scale: number;
}

const COSINE: LossDefinition<TermOptions, Distillation> = {
  title: 'Distillation, cosine',
  formula: ['mean of 1 − cos(student, teacher)'],
  defaults: { weight: 7 },
  source: 'Keras_insightface, with its weight beside ArcFace.',
  build: () => (batch) => {
    requireSameLength(batch);
    return cosineLoss(batch.student, batch.teacher);
  },
};

const MEAN_SQUARED: LossDefinition<TermOptions, Distillation> = {
  title: 'Distillation, mean squared',
  formula: ['mean over all entries of (student − teacher)², both of unit length'],
  defaults: { weight: 100 },
  source: 'Boutros et al., PocketNet, IEEE Access 2022; weight: the authors’ code.',
  build: () => (batch) => {
    requireSameLength(batch);
    return meanSquaredLoss(batch.student, batch.teacher);
  },
};

const RELATIONAL: LossDefinition<TermOptions, Distillation> = {
  title: 'Distillation, relational',
  formula: ['mean over all pairs of the batch of (cos(student_i, student_j) − cos(teacher_i, teacher_j))²'],
  defaults: { weight: 5 },
  source: 'After Park et al., Relational Knowledge Distillation, CVPR 2019; squared cosines and weight: ours.',
  build:
    () =>
    ({ student, teacher }) =>
      relationalLoss(student, similarityMatrix(teacher)),
};

const DIVERGENCE: LossDefinition<DivergenceOptions, Distillation> = {
  title: 'Distillation, KL',
  formula: [
    'T²·KL(softmax(s·c^teacher / T) ‖ softmax(s·c^student / T)), mean over the batch',
    'c: cosines with the centres of the classes, each with its own',
  ],
  defaults: { weight: 1, temperature: 4, scale: 64 },
  source:
    'Hinton et al., Distilling the Knowledge in a Neural Network, 2015. An embedder as teacher has no logits: its centres are the mean embeddings of the classes, which, like the defaults, is ours.',
  build:
    ({ temperature, scale }) =>
    ({ studentCosines, teacherCosines }) =>
      divergenceLoss(tf.mul(studentCosines, scale), tf.mul(teacherCosines, scale), temperature),
};

/** How an embedder learns from another one. */
export const DISTILLATIONS = {
  cosine: COSINE,
  'mean-squared': MEAN_SQUARED,
  relational: RELATIONAL,
  kl: DIVERGENCE,
} as const;

/** @throws {Error} where the embeddings cannot be compared number by number; the other two losses need no such thing */
function requireSameLength({ student, teacher }: DistillationBatch): void {
  const [own, others] = [student.shape[1], teacher.shape[1]];
  if (own !== others) throw new Error(`The student's embedding has ${own} numbers, the teacher's ${others}.`);
}
