import type * as tf from '@tensorflow/tfjs-core';
import type { IdentityBatch } from './identity-batch.ts';
import type { LearnedParameter } from './learned-parameter.ts';

/** A loss as configs, the guide and the tests know it: what it is called, what it computes, where it is from. */
export interface LossDefinition<Options extends object, Loss> {
  /** As its paper calls it. */
  readonly title: string;
  /** In plain text, one entry a line; `c` cosines, `y` the own class, `θ` its angle, `s` the scale, `m` margins. */
  readonly formula: readonly string[];
  readonly defaults: Options;
  /** Paper, and what it leaves open: then who chose. */
  readonly source: string;
  /** @param classes - how many pictures each class has */
  build(options: Options, classes: readonly number[]): Loss;
}

/** Turns a batch into logits; the rest is one cross-entropy for all. */
export interface Head {
  /** What is learned, or kept from step to step, beside the weights of the classes. */
  readonly parameters: readonly LearnedParameter[];
  /** Moves what is kept by this batch, before its logits. No gradient flows through it. */
  observe(batch: IdentityBatch): void;
  /** [N, C] */
  logits(batch: IdentityBatch): tf.Tensor2D;
}

/** How much each embedding counts in the cross-entropy: [N, 1], without gradient. */
export type Weighting = (batch: IdentityBatch) => tf.Tensor2D;

/** A loss that is added to the cross-entropy. */
export type Term = (batch: IdentityBatch) => tf.Scalar;

/** Student and teacher on the same batch. */
export interface DistillationBatch {
  /** Of unit length. [N, D] */
  readonly student: tf.Tensor2D;
  /** Of unit length. [N, T] */
  readonly teacher: tf.Tensor2D;
  /** Cosines with the student's centres of the classes. [N, C] */
  readonly studentCosines: tf.Tensor2D;
  /** Cosines with the teacher's. [N, C] */
  readonly teacherCosines: tf.Tensor2D;
}

export type Distillation = (batch: DistillationBatch) => tf.Scalar;

/** Losses that do one thing, by name. */
export type LossTable = Readonly<Record<string, LossDefinition<object, unknown>>>;

/** A name from a table of losses, with those options that are not the defaults. */
export type LossChoice<Table extends LossTable> = {
  readonly [Name in keyof Table]: { readonly name: Name } & Partial<Table[Name]['defaults']>;
}[keyof Table];
