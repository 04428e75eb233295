/** How values spread. */
export interface Spread {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
}

/** @param values - at least one */
export function spreadOf(values: readonly number[]): Spread {
  const ascending = [...values].sort((a, b) => a - b);
  const quantile = (share: number) => ascending[Math.floor(share * (ascending.length - 1))] as number;
  return { mean: mean(values), median: quantile(0.5), p95: quantile(0.95) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
