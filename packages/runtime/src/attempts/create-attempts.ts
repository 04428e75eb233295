import {
  type AttemptOutcome,
  type AttemptPermission,
  type AttemptRecord,
  assertSubjectId,
  beginAttempt,
  endAttempt,
  FaceVerifyError,
  isAttemptRecord,
  NO_ATTEMPTS,
  permitAttempt,
  seenAt,
} from '@face-verify/core';
import { A_FUNCTION, A_TEXT, checkOptions } from '../options/check-options.ts';
import { Database } from '../storage/database.ts';
import { keptKeys } from '../storage/kept-keys.ts';
import { webCrypto } from '../storage/web-crypto.ts';
import type { Attempts, Decided, GuardedAttempt } from './attempts.ts';
import { type AttemptsSalt, type AttemptsSchema, attemptsLayout } from './attempts-database.ts';

/** Which attempts are counted, and by which clock. */
export interface AttemptsOptions {
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
export function createAttempts(options: AttemptsOptions = {}): Attempts {
  checkOptions(options, { name: A_TEXT, now: A_FUNCTION });
  const { name = 'face-verify', now = Date.now } = options;
  return new IndexedDbAttempts(new Database(attemptsLayout(name)), now);
}

const SALT_BYTES = 16;
const SUCCESSES: readonly unknown[] = ['match', 'identified'];
/** Of inconclusive results for which faces were compared, or more was asked than a face. */
const FAILED_REASONS: readonly unknown[] = ['liveness-failed', 'candidates-too-close'];
/** In which a session ends that has decided nothing. */
const UNDECIDED_PHASES: readonly unknown[] = ['failed', 'idle'];

class IndexedDbAttempts implements Attempts {
  readonly #database: Database<AttemptsSchema>;
  readonly #now: () => number;

  constructor(database: Database<AttemptsSchema>, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  async guard<Report extends Decided>(
    subject: string,
    attempt: () => Promise<Report>,
  ): Promise<GuardedAttempt<Report>> {
    if (typeof attempt !== 'function') throw new FaceVerifyError('option-invalid', 'An attempt is a function.');
    const key = await this.#keyOf(subject);
    const id = crypto.randomUUID();
    // Looked at and counted at once, so that two tabs cannot both have the last attempt.
    const seen = await this.#change(key, (record) =>
      permitAttempt(record).permission === 'allowed' ? beginAttempt(record, id) : record,
    );
    const permission = permitAttempt(seen);
    if (permission.permission !== 'allowed') return permission;
    const end = (outcome: AttemptOutcome) => this.#change(key, (record) => endAttempt(record, id, outcome));
    let report: Report;
    try {
      report = await attempt();
    } catch (error) {
      await end('inconclusive');
      throw error;
    }
    await end(outcomeOf(report));
    return { permission: 'allowed', report };
  }

  async permission(subject: string): Promise<AttemptPermission> {
    const seen = await this.#change(await this.#keyOf(subject), (record) => record);
    return permitAttempt(seen);
  }

  async reset(subject: string): Promise<void> {
    const key = await this.#keyOf(subject);
    await this.#database.write((transaction) => transaction.objectStore('records').delete(key));
  }

  /** Reads the record, as it is to be seen now, and puts what becomes of it in its place, in one transaction. */
  #change(key: string, change: (seen: AttemptRecord) => AttemptRecord): Promise<AttemptRecord> {
    return this.#database.write(async (transaction) => {
      const records = transaction.objectStore('records');
      const kept = (await records.get(key)) ?? NO_ATTEMPTS;
      if (!isAttemptRecord(kept)) throw new FaceVerifyError('record-corrupt', 'The count of attempts was damaged.');
      const seen = seenAt(kept, this.#time());
      await records.put(change(seen), key);
      return seen;
    });
  }

  #time(): number {
    const nowMs = this.#now();
    if (Number.isFinite(nowMs)) return nowMs;
    throw new FaceVerifyError('option-invalid', 'The clock that was handed over gives no milliseconds.');
  }

  /** What a subject's record is called: no name in clear. */
  async #keyOf(subject: string): Promise<string> {
    assertSubjectId(subject);
    const subtle = webCrypto();
    const salt = await keptKeys(this.#database, isSalt, makeSalt);
    const text = JSON.stringify([...salt, subject]);
    const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
    return btoa(String.fromCharCode(...new Uint8Array(digest)));
  }
}

function isSalt(salt: AttemptsSalt | undefined): boolean {
  return salt instanceof Uint8Array && salt.length === SALT_BYTES;
}

function makeSalt(): AttemptsSalt {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
}

/** Whatever is not known to be something else is a failure. */
function outcomeOf(report: unknown): AttemptOutcome {
  try {
    const { phase, result = report } = report as { phase?: unknown; result?: unknown };
    const { outcome, reason } = result as { outcome?: unknown; reason?: unknown };
    if (SUCCESSES.includes(outcome)) return 'success';
    if (outcome === 'inconclusive' && !FAILED_REASONS.includes(reason)) return 'inconclusive';
    return outcome === undefined && UNDECIDED_PHASES.includes(phase) ? 'inconclusive' : 'failure';
  } catch {
    return 'failure';
  }
}
