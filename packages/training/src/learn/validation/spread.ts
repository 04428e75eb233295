/** How values spread. */
export interface Spread {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
}

/** @returns NaN for each where there are no values */
export function spreadOf(values: readonly number[]): Spread {
  const ascending = [...values].sort((a, b) => a - b);
  const quantile = (share: number) => ascending[Math.floor(share * (ascending.length - 1))] ?? Number.NaN;
  return { mean: mean(values), median: quantile(0.5), p95: quantile(0.95) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
