export { ATTEMPT_LIMITS, type AttemptPermission } from '@face-verify/core';
export type { Attempts, Decided, GuardedAttempt } from './attempts.ts';
export { type AttemptsOptions, createAttempts } from './create-attempts.ts';
