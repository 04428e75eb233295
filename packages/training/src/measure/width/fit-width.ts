import { type FaceShape, widthFeatures } from '@face-verify/core';
import { Matrix, solve } from 'ml-matrix';

/** Faces that were made so many times as wide. */
export interface StretchedFaces {
  readonly width: number;
  readonly shapes: readonly FaceShape[];
}

/** Keeps features that hardly vary from being given weights that nothing speaks for. */
const RIDGE = 0.5;
const DIGITS = 4;

/**
 * The weights by which the logarithm of the width is linear in a face's features, by least squares (ridge regression,
 * Hoerl and Kennard 1970).
 */
export function fitWidth(faces: readonly StretchedFaces[]): number[] {
  const rows = faces.flatMap(({ width, shapes }) => shapes.map((shape) => ({ shape, target: Math.log(width) })));
  const features = new Matrix(rows.map(({ shape }) => widthFeatures(shape)));
  const transposed = features.transpose();
  const weighted = transposed.mmul(features).add(Matrix.eye(features.columns).mul(RIDGE));
  const solution = solve(weighted, transposed.mmul(Matrix.columnVector(rows.map(({ target }) => target))));
  return solution.to1DArray().map((weight) => Number(weight.toFixed(DIGITS)));
}
