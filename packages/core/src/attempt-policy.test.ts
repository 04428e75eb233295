import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTEMPT_LIMITS,
  type AttemptOutcome,
  type AttemptRecord,
  beginAttempt,
  endAttempt,
  isAttemptRecord,
  NO_ATTEMPTS,
  permitAttempt,
  seenAt,
} from './attempt-policy.ts';

const START = 1_700_000_000_000;
const HOUR_MS = 3_600_000;

/** After an attempt at `atMs` that took no time. */
function tried(record: AttemptRecord, outcome: AttemptOutcome, atMs: number): AttemptRecord {
  return endAttempt(beginAttempt(seenAt(record, atMs), 'a'), 'a', outcome);
}

/** After failures that follow each other as soon as they may. */
function failed(times: number): { readonly record: AttemptRecord; readonly atMs: number } {
  let record = NO_ATTEMPTS;
  let atMs = START;
  for (let i = 0; i < times; i++) {
    const permission = permitAttempt(seenAt(record, atMs));
    if (permission.permission === 'wait') atMs = permission.untilMs;
    record = tried(record, 'failure', atMs);
  }
  return { record, atMs };
}

/** Milliseconds until the next attempt. */
function waitMs(record: AttemptRecord, nowMs: number): number {
  const permission = permitAttempt(seenAt(record, nowMs));
  if (permission.permission === 'stopped') return Number.POSITIVE_INFINITY;
  return permission.permission === 'wait' ? permission.untilMs - nowMs : 0;
}

describe('the limit of attempts', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30_000],
    [6, 60_000],
    [7, 120_000],
    [11, 1_920_000],
    [12, HOUR_MS],
    [49, HOUR_MS],
    [50, Number.POSITIVE_INFINITY],
  ])('after %i failures is a wait of %i ms', (failures, wait) => {
    const { record, atMs } = failed(failures);
    expect(waitMs(record, atMs)).toBe(wait);
  });

  it('is over when the wait is, to the millisecond', () => {
    const { record, atMs } = failed(5);
    expect(waitMs(record, atMs + 29_999)).toBe(1);
    expect(waitMs(record, atMs + 30_000)).toBe(0);
  });

  it('begins anew after a success', () => {
    const { record, atMs } = failed(49);
    expect(waitMs(tried(record, 'success', atMs + HOUR_MS), atMs + HOUR_MS)).toBe(0);
    expect(tried(record, 'success', atMs + HOUR_MS)).toEqual({ ...NO_ATTEMPTS, seenAtMs: atMs + HOUR_MS });
  });

  it('never ends by itself once it has stopped', () => {
    const { record, atMs } = failed(50);
    expect(waitMs(record, atMs + 1e12)).toBe(Number.POSITIVE_INFINITY);
  });

  it('takes an attempt that never ended for a failure', () => {
    let record = failed(4).record;
    record = beginAttempt(seenAt(record, START), 'closed tab');
    expect(waitMs(record, START)).toBe(30_000);
    expect(waitMs(endAttempt(record, 'closed tab', 'inconclusive'), START)).toBe(0);
  });

  it('counts attempts that run side by side', () => {
    let record = seenAt(NO_ATTEMPTS, START);
    for (let i = 0; i < 5; i++) record = beginAttempt(record, `tab ${i}`);
    expect(waitMs(record, START)).toBe(30_000);
  });

  it('leaves the wait as it was where an attempt was inconclusive', () => {
    const { record, atMs } = failed(6);
    const later = atMs + 60_000;
    expect(waitMs(tried(record, 'inconclusive', later), later)).toBe(0);
  });

  it('after 20 inconclusive attempts in a row is a wait of 30 s', () => {
    let record = NO_ATTEMPTS;
    for (let i = 0; i < 19; i++) record = tried(record, 'inconclusive', START);
    expect(waitMs(record, START)).toBe(0);
    record = tried(record, 'inconclusive', START);
    expect(waitMs(record, START)).toBe(ATTEMPT_LIMITS.firstWaitMs);
    expect(waitMs(tried(record, 'inconclusive', START + 30_000), START + 30_000)).toBe(0);
    expect(record.failures).toBe(0);
  });
});

describe('a record', () => {
  it('is told from what cannot be read', () => {
    expect(isAttemptRecord(beginAttempt(failed(7).record, 'a'))).toBe(true);
    for (const [name, broken] of [
      ['failures', undefined],
      ['failures', '7'],
      ['lastFailureAtMs', Number.NaN],
      ['seenAtMs', Number.POSITIVE_INFINITY],
      ['begun', null],
      ['begun', { a: 'now' }],
    ] as const) {
      expect(isAttemptRecord({ ...NO_ATTEMPTS, [name]: broken }), `${name}: ${broken}`).toBe(false);
    }
    for (const other of [undefined, null, 7, 'record', {}, []]) expect(isAttemptRecord(other)).toBe(false);
  });
});

describe('a clock that is put back', () => {
  it('by a day neither shortens a wait nor adds a day to it', () => {
    const { record, atMs } = failed(5);
    const back = seenAt(seenAt(record, atMs + 10_000), atMs - 24 * HOUR_MS);
    expect(waitMs(back, atMs - 24 * HOUR_MS)).toBe(20_000);
    expect(waitMs(back, atMs - 24 * HOUR_MS + 20_000)).toBe(0);
  });

  it('holds back attempts that have begun as well', () => {
    const record = beginAttempt(seenAt(failed(4).record, START), 'a');
    expect(waitMs(record, START - HOUR_MS)).toBe(30_000);
  });

  it('never shortens any wait', () => {
    const outcomes = fc.array(fc.constantFrom<AttemptOutcome>('failure', 'inconclusive'), { maxLength: 60 });
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 0, max: 1e12 }), (sequence, backMs) => {
        const record = sequence.reduce((before, outcome) => tried(before, outcome, START), NO_ATTEMPTS);
        expect(waitMs(record, START - backMs)).toBe(waitMs(record, START));
      }),
    );
  });
});
