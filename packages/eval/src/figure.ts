import { quantileOf } from './spread.ts';

export type Interval = readonly [low: number, high: number];

/** A number that was measured, and how sure it is. */
export interface Figure {
  readonly value: number;
  /** 95 %. */
  readonly interval: Interval;
}

/** Half of what a 95 % interval leaves outside. */
const TAIL = 0.025;

/**
 * The 95 % interval of a statistic from its values on resamples: the percentiles 2.5 and 97.5.
 *
 * @param values - of the resamples; what is not finite counts as a resample that leaves the statistic undefined
 * @returns undefined where more than 2.5 % of the resamples do, since an end of the interval could then lie anywhere
 */
export function percentileInterval(values: readonly number[]): Interval | undefined {
  const defined = values.filter(Number.isFinite);
  if (defined.length === 0 || values.length - defined.length > TAIL * values.length) return undefined;
  return [quantileOf(defined, TAIL), quantileOf(defined, 1 - TAIL)];
}
