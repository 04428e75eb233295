import { type Matrix, SingularValueDecomposition } from 'ml-matrix';

/**
 * Turns rows as near to others as a rotation can; similarities between rows stay. A student that puts faces where the
 * others are can then go on with the rows as its target, without unlearning anything.
 *
 * @param sample - positions of the rows that count
 * @param others - what those rows are to come near to, in the order of `sample` [sample, length]
 * @returns all rows, turned
 */
export function turnTowards(rows: Matrix, sample: readonly number[], others: Matrix): Matrix {
  const product = rows
    .subMatrixRow([...sample])
    .transpose()
    .mmul(others);
  const { leftSingularVectors, rightSingularVectors } = new SingularValueDecomposition(product);
  return rows.mmul(leftSingularVectors.mmul(rightSingularVectors.transpose()));
}
