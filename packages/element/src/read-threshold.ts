import type { ThresholdChoice } from 'face-verify';

/** An attribute's false match rate; what is no number is refused by the SDK, never replaced. */
export function readThreshold(value: string | null): ThresholdChoice | undefined {
  return value === null ? undefined : { fmr: Number(value) };
}
