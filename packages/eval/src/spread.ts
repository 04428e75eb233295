import { quantile } from 'd3-array';

/** How values spread. */
export interface Spread {
  /** How many values there are. */
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  /** Nine in ten values are not above it. */
  readonly p90: number;
  /** Nineteen in twenty values are not above it. */
  readonly p95: number;
}

/** @returns NaN for each figure where there are no values */
export function spreadOf(values: readonly number[]): Spread {
  return {
    count: values.length,
    mean: meanOf(values),
    median: quantileOf(values, 0.5),
    p90: quantileOf(values, 0.9),
    p95: quantileOf(values, 0.95),
  };
}

/** @returns NaN where there are no values */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/**
 * The value that a share of all values is not above, linear between the two nearest of them (R's type 7). Whatever
 * is measured has its quantiles from here; limits that are a value of a list count ranks where they are set.
 *
 * @param values - in any order
 * @param share - in [0, 1]: 0.5 gives the median
 * @returns NaN where there are no values
 */
export function quantileOf(values: Iterable<number>, share: number): number {
  return quantile(values, share) ?? Number.NaN;
}
