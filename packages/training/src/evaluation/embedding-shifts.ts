import { type Spread, spreadOf } from './spread.ts';

/**
 * How far embeddings of the same faces lie apart, as 1 − cosine.
 *
 * @param pairs - two embeddings of one face each, of any length above 0; at least one pair
 */
export function embeddingShifts(pairs: readonly (readonly [Float32Array, Float32Array])[]): Spread {
  return spreadOf(
    pairs.map(([p, q]) => 1 - p.reduce((sum, value, i) => sum + value * (q[i] as number), 0) / (norm(p) * norm(q))),
  );
}

function norm(vector: Float32Array): number {
  return Math.hypot(...vector);
}
