import type { Threshold } from '@face-verify/core';
import { EvaluationError } from './evaluation-error.ts';
import { falseMatchIntervals } from './false-match-intervals.ts';
import type { ResampleOptions } from './resample-subjects.ts';
import { type SubjectPairs, subjectPairDistribution } from './subject-pairs.ts';
import { type OperatingPoint, type RefusedRate, tarAtFar } from './tar-at-far.ts';

export interface CalibrationOptions extends ResampleOptions {
  /**
   * How many non-mated pairs a rate must amount to in the set before a threshold is given for it; default 10.
   * With fewer, single pairs decide where the threshold lies.
   */
  readonly minFalseMatches?: number;
}

export interface Calibration {
  /** In the order of the rates asked for. */
  readonly thresholds: readonly Threshold[];
  /** Rates that the set cannot support: decide at none of them. */
  readonly refused: readonly RefusedRate[];
}

/**
 * Finds the thresholds that hold given false match rates on a set, each with the 95 % interval of the rate by
 * bootstrap over identities.
 *
 * @param pairs - best all pairs of a set that had no part in training; see `allPairs`
 * @param targetFmrs - each in (0, 1), e.g. [0.01, 0.001, 0.0001]
 * @param measuredOn - names the set and what was left out of it; travels with each threshold
 * @throws {EvaluationError} `evaluation-invalid` where the name is empty, a rate is out of range, or the pairs are
 *   not usable
 */
export function calibrateThresholds(
  pairs: SubjectPairs,
  targetFmrs: readonly number[],
  measuredOn: string,
  options: CalibrationOptions = {},
): Calibration {
  if (measuredOn.trim() === '') {
    throw new EvaluationError('evaluation-invalid', 'A threshold must name the set that it was measured on.');
  }
  const distribution = subjectPairDistribution(pairs);
  const points: OperatingPoint[] = [];
  const refused: RefusedRate[] = [];
  for (const targetFmr of targetFmrs) {
    const point = tarAtFar(distribution, targetFmr, options.minFalseMatches ?? 10);
    if (point.outcome === 'refused') refused.push(point);
    // The bootstrap of a rate of 0 would be the interval [0, 0]: certainty out of ignorance.
    else if (point.fmr === 0) refused.push({ outcome: 'refused', targetFmr, reason: 'no-false-match-observed' });
    else points.push(point);
  }
  const thresholds: Threshold[] = [];
  const intervals = falseMatchIntervals(
    pairs,
    points.map(({ threshold }) => threshold),
    options,
  );
  points.forEach(({ targetFmr, threshold }, i) => {
    const fmrInterval = intervals[i];
    if (fmrInterval === undefined) refused.push({ outcome: 'refused', targetFmr, reason: 'too-few-subjects' });
    else thresholds.push({ similarity: threshold, targetFmr, fmrInterval, measuredOn });
  });
  return { thresholds, refused };
}
