import { type Calibration, calibrateThresholds } from './calibrate-thresholds.ts';
import type { SubjectPairs } from './subject-pairs.ts';
import { TARGET_RATES } from './tar-at-far.ts';

/** Decimal places of a threshold. */
const SIMILARITY_DIGITS = 4;

/**
 * The thresholds that an embedder's card carries, and the rates that the set cannot support.
 *
 * @param pairs - all pairs of a set that had no part in training
 * @param measuredOn - names the set and what was left out of it
 * @param targetFmrs - default 1e-2 to 1e-5
 * @throws {EvaluationError} `evaluation-invalid` where the pairs are not usable
 */
export function calibrateEmbedder(
  pairs: SubjectPairs,
  measuredOn: string,
  targetFmrs: readonly number[] = TARGET_RATES,
): Calibration {
  const { thresholds, refused } = calibrateThresholds(pairs, targetFmrs, measuredOn);
  return {
    thresholds: thresholds.map(({ similarity, ...rest }) => ({ similarity: roundUp(similarity), ...rest })),
    refused,
  };
}

/** A threshold that was rounded down would accept more than it promises. */
function roundUp(similarity: number): number {
  const unit = 10 ** SIMILARITY_DIGITS;
  return Number((Math.ceil(similarity * unit) / unit).toFixed(SIMILARITY_DIGITS));
}
