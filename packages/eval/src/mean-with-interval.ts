import { EvaluationError } from './evaluation-error.ts';
import { type Figure, percentileInterval } from './figure.ts';
import { resampleSubjects } from './resample-subjects.ts';
import { indexSubjects } from './subject-pairs.ts';

/** A number about one person. */
export interface Observation {
  readonly identity: string;
  readonly value: number;
}

/**
 * The mean, with a 95 % interval by bootstrap over identities.
 *
 * @throws {EvaluationError} `evaluation-invalid` where there is no observation, or one that is not a finite number
 */
export function meanWithInterval(observations: readonly Observation[]): Figure {
  const { subjects, subjectCount } = indexSubjects(observations.map(({ identity }) => identity));
  const sums = new Float64Array(subjectCount);
  const counts = new Float64Array(subjectCount);
  observations.forEach(({ value }, i) => {
    const subject = subjects[i] as number;
    sums[subject] = (sums[subject] as number) + value;
    counts[subject] = (counts[subject] as number) + 1;
  });
  const mean = (weights: ArrayLike<number>) => weightedSum(sums, weights) / weightedSum(counts, weights);
  const interval = percentileInterval([...resampleSubjects(subjectCount)].map(mean));
  if (interval === undefined)
    throw new EvaluationError('evaluation-invalid', 'A mean needs observations that are finite numbers.');
  return { value: mean(new Uint8Array(subjectCount).fill(1)), interval };
}

function weightedSum(values: Float64Array, weights: ArrayLike<number>): number {
  return values.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
}
