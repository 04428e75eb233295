import { cosineSimilarity } from '@face-verify/core';
import type { ListedPair, ListedPhotograph, ScoredPair } from '@face-verify/eval';
import type { PhotographOutcome } from './embedding-cache.ts';

/** A pair that could not be compared, and the first of its sides that stood in the way. */
export interface MissingPair {
  readonly pair: ListedPair;
  readonly side: 'probe' | 'reference';
  /** `file-missing`, a reason for an inconclusive capture, or an error's code. */
  readonly reason: string;
}

/** A pair that was compared. */
export interface ScoredListedPair extends ScoredPair {
  readonly pair: ListedPair;
}

export interface ScoredList {
  readonly scored: readonly ScoredListedPair[];
  readonly missing: readonly MissingPair[];
}

/**
 * Compares every pair of a list that has an embedding on both sides.
 *
 * @param outcomeOf - undefined where the photograph has no file
 */
export function scorePairs(
  pairs: readonly ListedPair[],
  outcomeOf: (listed: ListedPhotograph) => PhotographOutcome | undefined,
): ScoredList {
  const scored: ScoredListedPair[] = [];
  const missing: MissingPair[] = [];
  for (const pair of pairs) {
    const probe = outcomeOf(pair.probe) ?? FILE_MISSING;
    const reference = outcomeOf(pair.reference) ?? FILE_MISSING;
    if (probe.outcome === 'missing') missing.push({ pair, side: 'probe', reason: probe.reason });
    else if (reference.outcome === 'missing') missing.push({ pair, side: 'reference', reason: reference.reason });
    else {
      const similarity = cosineSimilarity(probe.embedding, reference.embedding);
      scored.push({ pair, similarity, mated: pair.mated, ...(pair.fold === undefined ? {} : { fold: pair.fold }) });
    }
  }
  return { scored, missing };
}

const FILE_MISSING = { outcome: 'missing', reason: 'file-missing' } as const;
