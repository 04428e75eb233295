import { allPairs } from './all-pairs.ts';
import type { SubjectPairs } from './subject-pairs.ts';

/** As {@link allPairs}, of embeddings that need not be of unit length yet. */
export function embeddingPairs(embeddings: readonly Float32Array[], identities: readonly string[]): SubjectPairs {
  const units = embeddings.map((row) => {
    const norm = Math.hypot(...row);
    return row.map((value) => value / norm);
  });
  return allPairs(units, identities);
}
