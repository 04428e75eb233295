import { FACE_UNITS, goldenSample, type ModelCard } from '@face-verify/nets';

/** Backends and half precision differ by about 1e-6 of this; a wrong kernel gives another direction. */
const MIN_EMBEDDING_COSINE = 0.999;
/**
 * How far a coordinate of a point may lie from the card's, in pixels of the point network's input. Its other outputs
 * (presence, pose and error) are of the same order, and may differ by the same figure. Far above rounding (tfjs's plain
 * backend and TensorFlow differ by 0.00006 px on the shipped weights), and too little to matter to an alignment.
 */
export const MAX_POINT_SHIFT_PX = 0.06;
/** Of a detector's values: pixels of its input, and logarithms of odds, of which a change of 0.04 is one of 1 % at most. */
const MAX_BOX_SHIFT = 0.04;

/** Whether a network computes what it did when it was exported. Nothing that is not a number agrees. */
export function agreesWithGolden({ kind, golden }: Pick<ModelCard, 'kind' | 'golden'>, output: Float32Array): boolean {
  const sample = goldenSample(kind, output);
  return sample.length === golden.length && AGREEMENTS[kind](golden, sample);
}

const AGREEMENTS: Readonly<
  Record<ModelCard['kind'], (golden: readonly number[], sample: readonly number[]) => boolean>
> = {
  embedder: (golden, sample) => cosine(golden, sample) >= MIN_EMBEDDING_COSINE,
  points: (golden, sample) => isWithin(MAX_POINT_SHIFT_PX / FACE_UNITS.pointPx, golden, sample),
  detector: (golden, sample) => isWithin(MAX_BOX_SHIFT, golden, sample),
};

function isWithin(limit: number, a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => Math.abs(value - at(b, i)) <= limit);
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
