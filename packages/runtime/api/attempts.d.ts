/** How often somebody may try to be taken for one subject, after NIST SP 800-63B-4, section 3.2.3. */
declare const ATTEMPT_LIMITS: {
    /** Failures in a row before the first wait. */
    readonly freeFailures: 5;
    /** Milliseconds of the first wait. Each later one is twice as long. */
    readonly firstWaitMs: 30000;
    /** Milliseconds of the longest wait. */
    readonly longestWaitMs: 3600000;
    /** Failures in a row after which only another way helps. */
    readonly mostFailures: 50;
    /** Inconclusive attempts in a row before each wait of {@link firstWaitMs}: nothing was learned by them. */
    readonly freeInconclusive: 20;
};
/** Whether somebody may try now. */
type AttemptPermission = {
    readonly permission: 'allowed';
}
/** Until then, by the device's clock in milliseconds since 1970. */
 | {
    readonly permission: 'wait';
    readonly untilMs: number;
}
/** Not any more. Another way has to be taken. */
 | {
    readonly permission: 'stopped';
};

/** What an attempt may end with: a result of `compare` or `identify`, a report of `verify`, or the end of a session. */
type Decided = {
    readonly outcome: string;
} | {
    readonly result: {
        readonly outcome: string;
    };
} | {
    readonly phase: 'failed' | 'idle';
};
/** What {@link Attempts.guard} gives: the report only where the attempt was allowed. */
type GuardedAttempt<Report> = {
    readonly permission: 'allowed';
    readonly report: Report;
} | Exclude<AttemptPermission, {
    readonly permission: 'allowed';
}>;
/**
 * Counts failed attempts on this device, so that nobody can try strangers' faces, or one face against many subjects' ids,
 * until one matches: `ATTEMPT_LIMITS` says how many. Counts outlive the page, and hold for all of its tabs.
 *
 * Each call may throw `storage-unavailable` or `storage-full`: what cannot be counted is not allowed. `record-corrupt`
 * where the count was damaged.
 */
interface Attempts {
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

/** Which attempts are counted, and by which clock. */
interface AttemptsOptions {
    /** Of the database, before `-attempts`; default `face-verify`. Those of one name count together. */
    readonly name?: string;
    /**
     * A clock in milliseconds since 1970; default the device's. Who puts that forward waits less: a server's is better.
     */
    readonly now?: () => number;
}
/**
 * Counts failed attempts. Nothing is opened before the first call.
 *
 * @throws {FaceVerifyError} `option-invalid`
 * @example
 * const attempts = createAttempts();
 * const attempt = await attempts.guard('member-17', () => verifier.verify(video, reference));
 * if (attempt.permission === 'allowed') show(attempt.report.result);
 */
declare function createAttempts(options?: AttemptsOptions): Attempts;

export { ATTEMPT_LIMITS, createAttempts };
export type { AttemptPermission, Attempts, AttemptsOptions, Decided, GuardedAttempt };
