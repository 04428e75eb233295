import { type ResampleOptions, resampleSubjects } from './resample-subjects.ts';
import type { ScoreDistribution } from './score-distribution.ts';
import { type SubjectPairs, subjectWeighting } from './subject-pairs.ts';

/** Up to so many pairs each similarity stands for itself. */
const EXACT_PAIRS = 200_000;
/** Above that, similarities are rounded to multiples of one in so many: finer than any threshold is given. */
const STEPS_PER_UNIT = 100_000;

/**
 * The pairs of each resample of the subjects (see {@link resampleSubjects}): a mated pair weighs as often as its
 * subject was drawn, a non-mated pair the product of both. The two copies of a subject drawn twice are not compared
 * with each other.
 *
 * Of many pairs the similarities are rounded to 1e-5, since a resample is weighed and swept similarity by similarity:
 * one of two million pairs takes about 50 ms then, and seven times as long with two million different ones.
 *
 * @throws {EvaluationError} `evaluation-invalid` for no subjects, no resamples, or columns that do not fit
 */
export function* resamplePairs(pairs: SubjectPairs, options: ResampleOptions = {}): Generator<ScoreDistribution> {
  const weigh = subjectWeighting(pairs.similarities.length > EXACT_PAIRS ? rounded(pairs) : pairs);
  for (const multiplicities of resampleSubjects(pairs.subjectCount, options)) yield weigh(multiplicities);
}

function rounded(pairs: SubjectPairs): SubjectPairs {
  return { ...pairs, similarities: pairs.similarities.map((s) => Math.round(s * STEPS_PER_UNIT) / STEPS_PER_UNIT) };
}
