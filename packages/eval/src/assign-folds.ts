import { EvaluationError } from './evaluation-error.ts';

/**
 * Cuts a list without folds of its own into folds: the mated pairs in their order into `foldCount` runs of nearly
 * equal length, and the non-mated pairs likewise, so that every fold has its share of both. Deterministic.
 *
 * @param mated - for each pair whether it is mated
 * @param foldCount - 2 or more
 * @returns for each pair its fold, from 0
 * @throws {EvaluationError} `evaluation-invalid` for fewer than two folds
 */
export function assignFolds(mated: readonly boolean[], foldCount: number): Int32Array {
  if (!(Number.isInteger(foldCount) && foldCount >= 2)) {
    throw new EvaluationError('evaluation-invalid', 'A list needs at least two folds.', {
      details: { foldCount },
    });
  }
  const matedTotal = mated.filter((isMated) => isMated).length;
  const nonMatedTotal = mated.length - matedTotal;
  let matedSeen = 0;
  let nonMatedSeen = 0;
  return Int32Array.from(mated, (isMated) =>
    Math.floor(isMated ? (matedSeen++ * foldCount) / matedTotal : (nonMatedSeen++ * foldCount) / nonMatedTotal),
  );
}
