import { EvaluationError } from './evaluation-error.ts';

/** The distinct values of a list of similarities, and where each entry of the list stands among them. */
export interface SimilarityRanks {
  /** Descending, no value twice. */
  readonly similarities: Float64Array;
  /** For each entry of the list its index in {@link similarities}; ties share one. */
  readonly ranks: Uint32Array;
}

/** @throws {EvaluationError} `evaluation-invalid` for a value that is not finite: it has no place in an order */
export function rankSimilarities(scores: Float64Array): SimilarityRanks {
  const similarities = distinctDescending(scores);
  const ranks = new Uint32Array(scores.length);
  for (let i = 0; i < scores.length; i++) ranks[i] = rankOf(similarities, scores[i] as number);
  return { similarities, ranks };
}

function distinctDescending(scores: Float64Array): Float64Array {
  const ascending = scores.slice().sort();
  // Infinities and NaN sort to the ends.
  if (ascending.length > 0 && !(Number.isFinite(ascending[0]) && Number.isFinite(ascending.at(-1)))) {
    throw new EvaluationError('evaluation-invalid', 'A similarity of the list is not a finite number.', {
      details: { scores: scores.length },
    });
  }
  const distinct = new Float64Array(ascending.length);
  let count = 0;
  for (let i = ascending.length - 1; i >= 0; i--) {
    const value = ascending[i] as number;
    if (count === 0 || value !== distinct[count - 1]) distinct[count++] = value;
  }
  return distinct.slice(0, count);
}

function rankOf(descending: Float64Array, similarity: number): number {
  let low = 0;
  let high = descending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((descending[middle] as number) > similarity) low = middle + 1;
    else high = middle;
  }
  return low;
}
