import { FACE_UNITS, type ModelCard } from '@face-verify/nets';

/** Backends and half precision differ by about 1e-6 of this; a wrong kernel gives another direction. */
const MIN_EMBEDDING_COSINE = 0.999;
/**
 * How far a coordinate of a point may lie from the card's, in pixels of the point network's input. Its other outputs
 * (presence, pose and error) are of the same order, and may differ by the same figure. Far above rounding (tfjs's plain
 * backend and TensorFlow differ by 0.00006 px on the shipped weights), and too little to matter to an alignment.
 */
export const MAX_POINT_SHIFT_PX = 0.06;

/** Whether a network computes what it did when it was exported. Nothing that is not a number agrees. */
export function agreesWithGolden({ kind, golden }: Pick<ModelCard, 'kind' | 'golden'>, output: Float32Array): boolean {
  if (output.length !== golden.length) return false;
  return kind === 'embedder'
    ? cosine(golden, output) >= MIN_EMBEDDING_COSINE
    : golden.every((value, i) => FACE_UNITS.pointPx * Math.abs(value - at(output, i)) <= MAX_POINT_SHIFT_PX);
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += at(a, i) * at(b, i);
    squareA += at(a, i) ** 2;
    squareB += at(b, i) ** 2;
  }
  return dot / Math.sqrt(squareA * squareB);
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}
