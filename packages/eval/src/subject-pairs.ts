import { EvaluationError } from './evaluation-error.ts';
import type { ScoreDistribution } from './score-distribution.ts';
import { rankSimilarities } from './similarity-ranks.ts';

/**
 * Comparisons with the subjects on both sides, column by column: what is needed to resample subjects. A pair is
 * mated if and only if both sides are one subject.
 */
export interface SubjectPairs {
  /** Raw cosine of each pair, in [-1, 1]. */
  readonly similarities: Float64Array;
  /** For each pair the index of one side's subject, in [0, {@link subjectCount}). */
  readonly probeSubjects: Int32Array;
  /** The same of the other side. */
  readonly referenceSubjects: Int32Array;
  readonly subjectCount: number;
}

/**
 * Numbers subjects in the order in which they first occur.
 *
 * @param labels - who each photograph shows
 */
export function indexSubjects(labels: readonly (string | number)[]): { subjects: Int32Array; subjectCount: number } {
  const indices = new Map<string | number, number>();
  const subjects = Int32Array.from(labels, (label) => {
    const index = indices.get(label) ?? indices.size;
    indices.set(label, index);
    return index;
  });
  return { subjects, subjectCount: indices.size };
}

/**
 * Makes distributions of one list of pairs under different weights of its subjects, sorting once: a mated pair
 * weighs what its subject weighs, a non-mated pair the product of its two subjects' weights, as if each subject
 * were there so many times over.
 *
 * @returns from a weight for each subject to the distribution
 * @throws {EvaluationError} `evaluation-invalid` where the columns do not fit each other
 */
export function subjectWeighting(pairs: SubjectPairs): (subjectWeights: ArrayLike<number>) => ScoreDistribution {
  assertSubjectPairs(pairs);
  const { probeSubjects, referenceSubjects } = pairs;
  const { similarities, ranks } = rankSimilarities(pairs.similarities);
  return (subjectWeights) => {
    const matedWeights = new Float64Array(similarities.length);
    const nonMatedWeights = new Float64Array(similarities.length);
    let matedTotal = 0;
    let nonMatedTotal = 0;
    for (let i = 0; i < ranks.length; i++) {
      const rank = ranks[i] as number;
      const probe = probeSubjects[i] as number;
      const reference = referenceSubjects[i] as number;
      const weight = subjectWeights[probe] as number;
      if (probe === reference) {
        matedWeights[rank] = (matedWeights[rank] as number) + weight;
        matedTotal += weight;
      } else {
        const product = weight * (subjectWeights[reference] as number);
        nonMatedWeights[rank] = (nonMatedWeights[rank] as number) + product;
        nonMatedTotal += product;
      }
    }
    return { similarities, matedWeights, nonMatedWeights, matedTotal, nonMatedTotal };
  };
}

/**
 * The pairs as they are, each counted once.
 *
 * @throws {EvaluationError} `evaluation-invalid` for a similarity that is not finite, or columns that do not fit
 */
export function subjectPairDistribution(pairs: SubjectPairs): ScoreDistribution {
  return subjectWeighting(pairs)(new Uint8Array(pairs.subjectCount).fill(1));
}

function assertSubjectPairs({ similarities, probeSubjects, referenceSubjects, subjectCount }: SubjectPairs): void {
  const isIndex = (subject: number) => subject >= 0 && subject < subjectCount;
  const fits =
    probeSubjects.length === similarities.length &&
    referenceSubjects.length === similarities.length &&
    probeSubjects.every(isIndex) &&
    referenceSubjects.every(isIndex);
  if (!fits) {
    throw new EvaluationError('evaluation-invalid', 'Every pair needs a similarity and two subjects of the set.', {
      details: { pairs: similarities.length, subjectCount },
    });
  }
}
