import type { ScoreDistribution } from './score-distribution.ts';

/**
 * The points of a ROC (`fmr` against `1 − fnmr`) or DET curve (`fmr` against `fnmr`), column by column,
 * from the strictest threshold to the one that accepts all.
 */
export interface ErrorCurve {
  /** Descending; the first is `Infinity`, where nothing is accepted. */
  readonly thresholds: Float64Array;
  /** False match rate at each threshold, from 0 to 1. */
  readonly fmr: Float64Array;
  /** False non-match rate at each threshold, from 1 to 0. */
  readonly fnmr: Float64Array;
}

/**
 * Traces the curve through every distinct similarity. Points between two others on one horizontal or vertical
 * line are left out, which changes nothing drawn.
 *
 * @returns undefined without pairs of both kinds
 */
export function errorCurve(distribution: ScoreDistribution): ErrorCurve | undefined {
  const { similarities, matedWeights, nonMatedWeights, matedTotal, nonMatedTotal } = distribution;
  if (matedTotal === 0 || nonMatedTotal === 0) return undefined;
  const thresholds = new Float64Array(similarities.length + 1);
  const fmr = new Float64Array(similarities.length + 1);
  const fnmr = new Float64Array(similarities.length + 1);
  thresholds[0] = Number.POSITIVE_INFINITY;
  fnmr[0] = 1;
  let last = 0;
  let mated = 0;
  let nonMated = 0;
  for (let i = 0; i < similarities.length; i++) {
    mated += matedWeights[i] as number;
    nonMated += nonMatedWeights[i] as number;
    const nextFmr = nonMated / nonMatedTotal;
    const nextFnmr = (matedTotal - mated) / matedTotal;
    const straight =
      last > 0 &&
      ((fmr[last - 1] === fmr[last] && fmr[last] === nextFmr) ||
        (fnmr[last - 1] === fnmr[last] && fnmr[last] === nextFnmr));
    if (!straight) last++;
    thresholds[last] = similarities[i] as number;
    fmr[last] = nextFmr;
    fnmr[last] = nextFnmr;
  }
  return { thresholds: thresholds.slice(0, last + 1), fmr: fmr.slice(0, last + 1), fnmr: fnmr.slice(0, last + 1) };
}
