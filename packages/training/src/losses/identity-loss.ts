import * as tf from '@tensorflow/tfjs-core';
import { crossEntropy } from './cross-entropy.ts';
import type { IdentityBatch } from './identity-batch.ts';
import type { LearnedParameter } from './learned-parameter.ts';
import { buildLoss, type HeadChoice, LOSSES, type TermChoice, type WeightingChoice } from './losses.ts';

/** What an embedder learns from identities: a cross-entropy over one head's logits, weighted, and what is added. */
export interface IdentityLossConfig {
  readonly head: HeadChoice;
  /** Share of every target spread evenly over all classes; default 0. */
  readonly labelSmoothing?: number;
  /** Their weights multiply. */
  readonly weightings?: readonly WeightingChoice[];
  readonly terms?: readonly TermChoice[];
}

export interface IdentityLoss {
  /** Of the head, beside the weights of the classes. */
  readonly parameters: readonly LearnedParameter[];
  /** Moves the head's statistics by the batch and computes. @returns the weighted sum, `total`, and its parts */
  losses(batch: IdentityBatch): { total: tf.Scalar } & Record<string, tf.Scalar>;
}

/** @param classes - how many pictures each class has */
export function createIdentityLoss(config: IdentityLossConfig, classes: readonly number[]): IdentityLoss {
  const { labelSmoothing = 0, weightings = [], terms = [] } = config;
  const head = buildLoss(LOSSES.heads, config.head, classes);
  const weigh = weightings.map((choice) => buildLoss(LOSSES.weightings, choice, classes));
  const added = terms.map((choice) => ({
    name: choice.name,
    weight: choice.weight ?? LOSSES.terms[choice.name].defaults.weight,
    term: buildLoss(LOSSES.terms, choice, classes),
  }));
  return {
    parameters: head.parameters,
    losses: (batch) => {
      head.observe(batch);
      const each = crossEntropy(head.logits(batch), batch.targets, labelSmoothing);
      const weighted = weigh.reduce((losses, weighting) => tf.mul(losses, weighting(batch)), each);
      const parts: Record<string, tf.Scalar> = { [config.head.name]: tf.mean(weighted) };
      for (const { name, term } of added) parts[name] = term(batch);
      const sum = added.map(({ name, weight }) => tf.mul(parts[name] as tf.Scalar, weight));
      const total = tf.addN([parts[config.head.name] as tf.Scalar, ...sum]) as tf.Scalar;
      return { total, ...parts };
    },
  };
}
