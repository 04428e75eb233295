import { CHALLENGE_KINDS, type ChallengeKind } from '@face-verify/core';

/** Which challenges are asked for. */
export interface LivenessOptions {
  /** Default: all. */
  readonly kinds?: readonly ChallengeKind[];
  /** How many of them, each at most once, in random order: at least 1. Default 2. */
  readonly count?: number;
}

export const DEFAULT_CHALLENGES: Required<LivenessOptions> = { kinds: CHALLENGE_KINDS, count: 2 };
