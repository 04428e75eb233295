import { type ScoreDistribution, scoreDistribution } from './score-distribution.ts';

/** One comparison of a verification list. */
export interface ScoredPair {
  /** Raw cosine in [-1, 1]. */
  readonly similarity: number;
  /** Whether both sides show one subject. */
  readonly mated: boolean;
  /** The fold that the list puts the pair in, from 0. */
  readonly fold?: number;
}

/** @throws {EvaluationError} `evaluation-invalid` for a similarity that is not a finite number */
export function pairDistribution(pairs: readonly ScoredPair[]): ScoreDistribution {
  const scoresOf = (mated: boolean) => pairs.filter((pair) => pair.mated === mated).map((pair) => pair.similarity);
  return scoreDistribution(scoresOf(true), scoresOf(false));
}
