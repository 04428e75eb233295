import type { Hint } from './hints.ts';

/** A hint is shown once it was called for so long. */
export const HINT_APPEARS_MS = 250;
/** It goes once nothing was called for so long. */
export const HINT_CLEARS_MS = 150;
/** It is shown at least so long, and so is that there is none: long enough to be read. */
export const HINT_STAYS_MS = 800;

/** The hint that is shown, and the one that may be next. */
export interface ShownHint {
  readonly hint: Hint | undefined;
  readonly sinceMs: number;
  /** What the last frames called for, without a break. */
  readonly called: Hint | undefined;
  readonly calledSinceMs: number;
}

/** Before the first frame. */
export const NO_HINT: ShownHint = {
  hint: undefined,
  sinceMs: Number.NEGATIVE_INFINITY,
  called: undefined,
  calledSinceMs: Number.NEGATIVE_INFINITY,
};

/**
 * What is shown after one more frame. One hint at a time; what comes and goes from frame to frame is not shown.
 *
 * @param called - what the frame calls for, see `calledHint`
 * @param atMs - when the frame was seen; not before the frame before
 */
export function nextShownHint(before: ShownHint, called: Hint | undefined, atMs: number): ShownHint {
  const calledSinceMs = called === before.called ? before.calledSinceMs : atMs;
  const next = { ...before, called, calledSinceMs };
  if (called === before.hint) return next;
  const isSure = atMs - calledSinceMs >= (called === undefined ? HINT_CLEARS_MS : HINT_APPEARS_MS);
  return isSure && atMs - before.sinceMs >= HINT_STAYS_MS ? { ...next, hint: called, sinceMs: atMs } : next;
}
