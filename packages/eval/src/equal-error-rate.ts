import { errorCurve } from './error-curve.ts';
import type { ScoreDistribution } from './score-distribution.ts';

/**
 * The rate at which false matches and false non-matches are equally frequent.
 *
 * Convention: the thresholds are the distinct similarities and one above them all; between the last of them (from
 * the top) with FMR < FNMR and the first with FMR >= FNMR both rates are interpolated linearly and the crossing is
 * taken. So the result lies between the two rates on either side, and is exact where they meet at a threshold.
 *
 * @returns in [0, 1]; undefined without pairs of both kinds
 */
export function equalErrorRate(distribution: ScoreDistribution): number | undefined {
  const curve = errorCurve(distribution);
  if (curve === undefined) return undefined;
  const { fmr, fnmr } = curve;
  // Never the first point, where FMR is 0 and FNMR is 1; at the last it is the other way round.
  const after = fmr.findIndex((rate, i) => rate >= (fnmr[i] as number));
  const gapBefore = (fnmr[after - 1] as number) - (fmr[after - 1] as number);
  const gapAfter = (fmr[after] as number) - (fnmr[after] as number);
  const share = gapBefore / (gapBefore + gapAfter);
  return (1 - share) * (fmr[after - 1] as number) + share * (fmr[after] as number);
}
