/** Failures in a row, and when the next attempt may be made. */
export interface AttemptLimit {
  readonly failures: number;
  /** Milliseconds since 1970; 0 for at once. */
  readonly pausedUntilMs: number;
}

export const NO_FAILURES: AttemptLimit = { failures: 0, pausedUntilMs: 0 };

/** The first pause, as in NIST SP 800-63B-4; each further failure doubles it. */
const FIRST_PAUSE_MS = 30_000;
/** Longer ones would let a prankster close a kiosk for everybody. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/** @param allowed - failures in a row before the first pause */
export function countFailure({ failures }: AttemptLimit, allowed: number, atMs: number): AttemptLimit {
  const over = failures + 1 - allowed;
  const pauseMs = over < 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** over, LONGEST_PAUSE_MS);
  return { failures: failures + 1, pausedUntilMs: pauseMs === 0 ? 0 : atMs + pauseMs };
}

/** A clock that was set back cannot make a pause longer than the longest. */
export function isPaused({ pausedUntilMs }: AttemptLimit, atMs: number): boolean {
  return atMs < pausedUntilMs && pausedUntilMs - atMs <= LONGEST_PAUSE_MS;
}
