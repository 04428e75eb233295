import type { AttemptPermission } from '@face-verify/core';

/** What an attempt may end with: a result of `compare` or `identify`, a report of `verify`, or the end of a session. */
export type Decided =
  | { readonly outcome: string }
  | { readonly result: { readonly outcome: string } }
  | { readonly phase: 'failed' | 'idle' };

/** What {@link Attempts.guard} gives: the report only where the attempt was allowed. */
export type GuardedAttempt<Report> =
  | { readonly permission: 'allowed'; readonly report: Report }
  | Exclude<AttemptPermission, { readonly permission: 'allowed' }>;

/**
 * Counts failed attempts on this device, so that nobody can try strangers' faces, or one face against many subjects' ids,
 * until one matches: `ATTEMPT_LIMITS` says how many. Counts outlive the page, and hold for all of its tabs.
 *
 * Each call may throw `storage-unavailable` or `storage-full`: what cannot be counted is not allowed. `record-corrupt`
 * where the count was damaged.
 */
export interface Attempts {
  /**
   * Runs one attempt, if it is allowed, and counts it. A match lets counting begin anew. Whatever is neither a match
   * nor inconclusive is a failure, also a liveness check that was failed, candidates of an identification that were too
   * close, and an attempt that never ends, as in a tab that was closed. A session that was stopped, or whose camera
   * failed, is inconclusive.
   *
   * @param subject - whom somebody wants to be taken for: the id of the reference, 1 to 1,024 characters
   * @param attempt - compares, and does not load anything first; what it throws counts as inconclusive
   * @throws {FaceVerifyError} `id-invalid`, and whatever `attempt` throws
   */
  guard<Report extends Decided>(subject: string, attempt: () => Promise<Report>): Promise<GuardedAttempt<Report>>;

  /** Whether somebody may try now, e.g. to show a countdown. Counts nothing. @throws {FaceVerifyError} `id-invalid` */
  permission(subject: string): Promise<AttemptPermission>;

  /** Forgets all attempts, after the subject has been let in another way. @throws {FaceVerifyError} `id-invalid` */
  reset(subject: string): Promise<void>;
}
