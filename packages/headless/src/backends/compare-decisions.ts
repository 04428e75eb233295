import { cosineSimilarity, type Embedding } from '@face-verify/core';

/** What one way of computing made of each photograph, in the same order for all: an embedding, or why there is none. */
export type Faces = readonly (Embedding | string)[];

/** A pair that is decided otherwise. */
interface Flip {
  /** Of the photographs of the pair. */
  readonly photographs: readonly [number, number];
  readonly threshold: number;
  /** Similarity less threshold, by either way. */
  readonly margins: readonly [number, number];
}

export interface DecisionDifferences {
  /** Pairs that both have embeddings of, each decided at every threshold. */
  readonly pairs: number;
  readonly flips: readonly Flip[];
  /** Photographs that only one of them captures, or that they refuse for other reasons. */
  readonly otherCaptures: readonly number[];
  readonly maxSimilarityDifference: number;
  /** Of the norms of embeddings, as a share of that of the first. */
  readonly maxNormDifference: number;
}

/** Decides all pairs by both ways and counts what comes out otherwise. */
export function compareDecisions(ours: Faces, others: Faces, thresholds: readonly number[]): DecisionDifferences {
  if (ours.length !== others.length) throw new RangeError('These are faces of different photographs.');
  const otherCaptures: number[] = [];
  const both: (readonly [number, Embedding, Embedding])[] = [];
  for (const [i, face] of ours.entries()) {
    const other = others[i] as Embedding | string;
    if (typeof face !== 'string' && typeof other !== 'string') both.push([i, face, other]);
    else if (face !== other) otherCaptures.push(i);
  }
  const flips: Flip[] = [];
  let [pairs, maxSimilarityDifference] = [0, 0];
  for (const [a, [i, first, otherFirst]] of both.entries()) {
    for (const [j, second, otherSecond] of both.slice(a + 1)) {
      pairs++;
      const [s, t] = [cosineSimilarity(first, second), cosineSimilarity(otherFirst, otherSecond)];
      maxSimilarityDifference = Math.max(maxSimilarityDifference, Math.abs(s - t));
      for (const threshold of thresholds) {
        if (s >= threshold === t >= threshold) continue;
        flips.push({ photographs: [i, j], threshold, margins: [s - threshold, t - threshold] });
      }
    }
  }
  const maxNormDifference = Math.max(0, ...both.map(([, { norm }, other]) => Math.abs(other.norm / norm - 1)));
  return { pairs, flips, otherCaptures, maxSimilarityDifference, maxNormDifference };
}
