import { type Spread, spreadOf } from '@face-verify/eval';

/** How far embeddings of the same faces lie apart: {@link cosineShift} of each pair. */
export function embeddingShifts(pairs: readonly (readonly [Float32Array, Float32Array])[]): Spread {
  return spreadOf(pairs.map(([p, q]) => cosineShift(p, q)));
}

/** 1 − cosine of two vectors of any length above 0. */
export function cosineShift(p: Float32Array, q: Float32Array): number {
  const dot = p.reduce((sum, value, i) => sum + value * (q[i] as number), 0);
  return 1 - dot / (Math.hypot(...p) * Math.hypot(...q));
}
