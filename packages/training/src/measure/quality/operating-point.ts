import { EvaluationError, type OperatingPoint, type ScoreDistribution, tarAtFar } from '@face-verify/eval';

/** Share of the pairs of two people that may match. */
export const FAR = 1e-3;

/** @throws {EvaluationError} `evaluation-invalid` where the pairs are too few for the rate */
export function operatingPoint(distribution: ScoreDistribution): OperatingPoint {
  const point = tarAtFar(distribution, FAR);
  if (point.outcome === 'measured') return point;
  throw new EvaluationError(
    'evaluation-invalid',
    `These crops give no threshold for a FAR of ${FAR}: ${point.reason}.`,
  );
}
