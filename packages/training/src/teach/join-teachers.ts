import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix';

/** A teacher's embeddings of all crops, and how much their similarities count. */
export interface TeacherRows {
  /** [crops, length] */
  readonly rows: Matrix;
  readonly weight: number;
}

/**
 * One embedding from several teachers': their cosines, weighted and added up, as far as so many dimensions hold them.
 * Each teacher is centred, since the teachers' embeddings share a mean that says nothing of the person.
 *
 * @param learned - the crops that means and directions are taken from
 * @param length - dimensions of the result: the directions of largest variance
 * @returns [crops, length], centred, not of unit length
 */
export function joinTeachers(teachers: readonly TeacherRows[], learned: readonly number[], length: number): Matrix {
  const parts = teachers.map(({ rows, weight }) => Matrix.mul(unitRows(centred(rows, learned)), Math.sqrt(weight)));
  const joined = centred(
    parts.reduce((left, right) => left.concat(right, 'column')),
    learned,
  );
  const sample = joined.subMatrixRow([...learned]);
  const covariance = sample.transpose().mmul(sample).div(learned.length);
  const { eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  // Ascending: the largest are the last.
  const { columns } = eigenvectorMatrix;
  return joined.mmul(eigenvectorMatrix.subMatrix(0, columns - 1, columns - length, columns - 1));
}

/**
 * Makes small what the members of a group have in common: along each direction in which the groups' means differ, an
 * embedding keeps the share of the variance that is within groups, each group counting the same. So people are told
 * apart by what distinguishes them from people who look like them, and not by the group, which the teachers knew best.
 *
 * @param groups - crops of each group, by position; of groups with few crops the means are noise: leave them out
 * @returns the same number of dimensions
 */
export function discountGroups(rows: Matrix, groups: readonly (readonly number[])[]): Matrix {
  const members = groups.map((group) => rows.subMatrixRow([...group]));
  const means = new Matrix(members.map((member) => member.mean('column')));
  means.subRowVector(means.mean('column'));
  const { rightSingularVectors: directions, diagonal } = new SingularValueDecomposition(means, { autoTranspose: true });
  const spread = members.map((member) => member.mmul(directions).variance('column', { unbiased: false }));
  const within = new Matrix(spread).mean('column');
  const lost = diagonal.map((value, i) => {
    const between = value ** 2 / groups.length;
    return between / (between + (within[i] as number));
  });
  const along = rows.mmul(directions).mulRowVector(lost);
  return Matrix.sub(rows, along.mmul(directions.transpose()));
}

/**
 * Turns embeddings as near to others as a rotation can; similarities stay. So a student of those others can go on.
 *
 * @param learned - the crops that count
 */
export function turnTowards(rows: Matrix, others: Matrix, learned: readonly number[]): Matrix {
  const [from, to] = [rows, others].map((matrix) => matrix.subMatrixRow([...learned])) as [Matrix, Matrix];
  const { leftSingularVectors, rightSingularVectors } = new SingularValueDecomposition(from.transpose().mmul(to));
  return rows.mmul(leftSingularVectors.mmul(rightSingularVectors.transpose()));
}

export function unitRows(rows: Matrix): Matrix {
  const lengths = Matrix.mul(rows, rows).sum('row').map(Math.sqrt);
  return rows.clone().divColumnVector(lengths);
}

/** Without the mean of the crops that are learned from. */
export function centred(rows: Matrix, learned: readonly number[]): Matrix {
  return rows.clone().subRowVector(rows.subMatrixRow([...learned]).mean('column'));
}
