import { deviation } from 'd3-array';
import { assignFolds } from './assign-folds.ts';
import { accuracyAt, bestAccuracy, type ThresholdAccuracy } from './best-accuracy.ts';
import { EvaluationError } from './evaluation-error.ts';
import { pairDistribution, type ScoredPair } from './scored-pair.ts';
import { meanOf } from './spread.ts';

export interface CrossValidatedAccuracy {
  /** Mean over the folds, in [0, 1]. */
  readonly accuracy: number;
  /** Standard deviation between the folds (divisor: folds − 1); of the mean it would be this over √folds. */
  readonly accuracyStd: number;
  /** For each fold the threshold that the other folds gave, and the accuracy that it has here. */
  readonly folds: readonly ThresholdAccuracy[];
}

/** As in the protocol of LFW. */
const FOLD_COUNT = 10;

/**
 * Accuracy on pairs that had no part in choosing the threshold: for each fold, the best threshold of all other
 * folds is judged on it (Huang et al., Labeled Faces in the Wild, 2007, section on evaluation).
 *
 * @param pairs - each with its fold, or none with one: then they are cut by {@link assignFolds}
 * @param foldCount - number of folds for a list without any; default 10
 * @returns undefined where the figure means nothing: fewer than two folds, folds so uneven that all others together
 *   lack a kind of pair, or a list to be cut that has fewer pairs of a kind than folds
 * @throws {EvaluationError} `evaluation-invalid` where only some pairs have a fold, a list cannot be cut into
 *   `foldCount` folds, or a similarity is not finite
 */
export function crossValidatedAccuracy(
  pairs: readonly ScoredPair[],
  foldCount: number = FOLD_COUNT,
): CrossValidatedAccuracy | undefined {
  const foldOf = givenFolds(pairs) ?? cutFolds(pairs, foldCount);
  const names = new Set(foldOf);
  if (foldOf === undefined || names.size < 2) return undefined;
  const folds: ThresholdAccuracy[] = [];
  for (const fold of names) {
    const threshold = bestAccuracy(pairDistribution(pairs.filter((_, i) => foldOf[i] !== fold)))?.threshold;
    if (threshold === undefined) return undefined;
    const accuracy = accuracyAt(pairDistribution(pairs.filter((_, i) => foldOf[i] === fold)), threshold);
    if (accuracy === undefined) return undefined;
    folds.push({ accuracy, threshold });
  }
  const accuracies = folds.map(({ accuracy }) => accuracy);
  return { accuracy: meanOf(accuracies), accuracyStd: deviation(accuracies) as number, folds };
}

function givenFolds(pairs: readonly ScoredPair[]): readonly number[] | undefined {
  const given = pairs.flatMap(({ fold }) => (fold === undefined ? [] : [fold]));
  if (given.length === 0) return undefined;
  if (given.length < pairs.length) {
    throw new EvaluationError('evaluation-invalid', 'Either every pair of the list has a fold, or none.', {
      details: { pairs: pairs.length, withFold: given.length },
    });
  }
  return given;
}

function cutFolds(pairs: readonly ScoredPair[], foldCount: number): Int32Array | undefined {
  const mated = pairs.map((pair) => pair.mated);
  const matedTotal = mated.filter((isMated) => isMated).length;
  const fewest = Math.min(matedTotal, mated.length - matedTotal);
  return fewest < foldCount ? undefined : assignFolds(mated, foldCount);
}
