/** How often somebody may try to be taken for one subject, after NIST SP 800-63B-4, section 3.2.3. */
export const ATTEMPT_LIMITS = {
  /** Failures in a row before the first wait. */
  freeFailures: 5,
  /** Milliseconds of the first wait. Each later one is twice as long. */
  firstWaitMs: 30_000,
  /** Milliseconds of the longest wait. */
  longestWaitMs: 3_600_000,
  /** Failures in a row after which only another way helps. */
  mostFailures: 50,
  /** Inconclusive attempts in a row before each wait of {@link firstWaitMs}: nothing was learned by them. */
  freeInconclusive: 20,
} as const;

/** How an attempt ended. */
export type AttemptOutcome = 'success' | 'failure' | 'inconclusive';

/** What is remembered of the attempts at one subject. All times are in milliseconds since 1970. */
export interface AttemptRecord {
  /** Since the last success. */
  readonly failures: number;
  readonly lastFailureAtMs: number;
  /** Since the last decision. */
  readonly inconclusive: number;
  readonly lastInconclusiveAtMs: number;
  /** Attempts that have begun, with when. They count as failures until they end, for some never do. */
  readonly begun: Readonly<Record<string, number>>;
  /** When this was looked at last. */
  readonly seenAtMs: number;
}

/** Whether somebody may try now. */
export type AttemptPermission =
  | { readonly permission: 'allowed' }
  /** Until then, by the device's clock in milliseconds since 1970. */
  | { readonly permission: 'wait'; readonly untilMs: number }
  /** Not any more. Another way has to be taken. */
  | { readonly permission: 'stopped' };

/** Of a subject at whom nobody has tried. */
export const NO_ATTEMPTS: AttemptRecord = {
  failures: 0,
  lastFailureAtMs: 0,
  inconclusive: 0,
  lastInconclusiveAtMs: 0,
  begun: {},
  seenAtMs: 0,
};

/** Whether a value of unknown origin is a record: with anything else in it, nobody could say how long to wait. */
export function isAttemptRecord(value: unknown): value is AttemptRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { begun, ...numbers } = value as AttemptRecord;
  if (typeof begun !== 'object' || begun === null) return false;
  const names = Object.keys(NO_ATTEMPTS).filter((name) => name !== 'begun') as (keyof typeof numbers)[];
  return [...names.map((name) => numbers[name]), ...Object.values(begun)].every((number) => Number.isFinite(number));
}

/**
 * The record as it is to be read at `nowMs`. Where the clock was put back no time counts as passed: a wait gets neither
 * shorter nor as long as the clock is behind.
 */
export function seenAt(record: AttemptRecord, nowMs: number): AttemptRecord {
  const backMs = Math.max(0, record.seenAtMs - nowMs);
  const moved = (atMs: number) => atMs - backMs;
  return {
    ...record,
    lastFailureAtMs: moved(record.lastFailureAtMs),
    lastInconclusiveAtMs: moved(record.lastInconclusiveAtMs),
    begun: Object.fromEntries(Object.entries(record.begun).map(([id, atMs]) => [id, moved(atMs)])),
    seenAtMs: nowMs,
  };
}

/** Whether somebody may try at the time when `record` was seen. */
export function permitAttempt(record: AttemptRecord): AttemptPermission {
  const begun = Object.values(record.begun);
  const failures = record.failures + begun.length;
  if (failures >= ATTEMPT_LIMITS.mostFailures) return { permission: 'stopped' };
  const untilMs = Math.max(
    Math.max(record.lastFailureAtMs, ...begun) + waitAfterFailures(failures),
    record.lastInconclusiveAtMs + waitAfterInconclusive(record.inconclusive),
  );
  return untilMs > record.seenAtMs ? { permission: 'wait', untilMs } : { permission: 'allowed' };
}

/** With an attempt that begins when `record` was seen. */
export function beginAttempt(record: AttemptRecord, id: string): AttemptRecord {
  return { ...record, begun: { ...record.begun, [id]: record.seenAtMs } };
}

/** With an attempt that ends when `record` was seen. A success lets the others that have begun count no more. */
export function endAttempt(record: AttemptRecord, id: string, outcome: AttemptOutcome): AttemptRecord {
  if (outcome === 'success') return { ...NO_ATTEMPTS, seenAtMs: record.seenAtMs };
  const { [id]: _, ...begun } = record.begun;
  if (outcome === 'inconclusive') {
    return { ...record, begun, inconclusive: record.inconclusive + 1, lastInconclusiveAtMs: record.seenAtMs };
  }
  return { ...record, begun, failures: record.failures + 1, lastFailureAtMs: record.seenAtMs, inconclusive: 0 };
}

function waitAfterFailures(failures: number): number {
  const { freeFailures, firstWaitMs, longestWaitMs } = ATTEMPT_LIMITS;
  return failures < freeFailures ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeFailures));
}

function waitAfterInconclusive(inconclusive: number): number {
  const { freeInconclusive, firstWaitMs } = ATTEMPT_LIMITS;
  return inconclusive > 0 && inconclusive % freeInconclusive === 0 ? firstWaitMs : 0;
}
