import { spreadOf } from '@face-verify/eval';

/** How a time spreads over runs. */
export interface TimeSpread {
  readonly medianMs: number;
  readonly p90Ms: number;
  readonly runs: number;
}

/** @param timesMs - at least one */
export function timeSpread(timesMs: readonly number[]): TimeSpread {
  const { median, p90, count } = spreadOf(timesMs);
  return { medianMs: median, p90Ms: p90, runs: count };
}
