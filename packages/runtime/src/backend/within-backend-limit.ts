import { FaceVerifyError } from '@face-verify/core';
import { withinLimit } from '../within-limit.ts';

/**
 * How long one step on a backend may take before it counts as failed: to give an adapter, to start, to compute. There
 * are graphics drivers that never answer; a GPU that works answers within seconds, and one in software may compile the
 * kernels for longer.
 */
export const BACKEND_LIMIT_MS = 60_000;

/**
 * @param what - that is waited for, as the message names it
 * @throws {FaceVerifyError} `backend-unavailable` after {@link BACKEND_LIMIT_MS}; or what `wait` rejects with
 */
export function withinBackendLimit<Result>(wait: Promise<Result>, what: string): Promise<Result> {
  return withinLimit(wait, BACKEND_LIMIT_MS, () => {
    const message = `${what} did not answer within ${BACKEND_LIMIT_MS / 1000} s: the browser or its graphics driver hangs.`;
    return new FaceVerifyError('backend-unavailable', message);
  });
}
