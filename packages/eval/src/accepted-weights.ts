import { EvaluationError } from './evaluation-error.ts';
import type { ScoreDistribution } from './score-distribution.ts';

/** How much of a set is accepted at a threshold. */
export interface AcceptedWeights {
  readonly mated: number;
  readonly nonMated: number;
}

/**
 * Adds up what `similarity >= threshold` accepts.
 *
 * @param threshold - may be infinite (accepts all, or nothing)
 * @throws {EvaluationError} `evaluation-invalid` for NaN, which would accept nothing and so look free of false matches
 */
export function acceptedWeights(distribution: ScoreDistribution, threshold: number): AcceptedWeights {
  if (Number.isNaN(threshold)) throw new EvaluationError('evaluation-invalid', 'The threshold is not a number.');
  const { similarities, matedWeights, nonMatedWeights } = distribution;
  let mated = 0;
  let nonMated = 0;
  for (let i = 0; i < similarities.length && (similarities[i] as number) >= threshold; i++) {
    mated += matedWeights[i] as number;
    nonMated += nonMatedWeights[i] as number;
  }
  return { mated, nonMated };
}
