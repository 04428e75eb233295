import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Attempts } from './attempts.ts';
import { createAttempts } from './create-attempts.ts';

const START = 1_700_000_000_000;
const MATCH = { outcome: 'match' } as const;
const NON_MATCH = { outcome: 'non-match' } as const;
const INCONCLUSIVE = { outcome: 'inconclusive', reason: 'no-face' } as const;

const THROWING = {
  get outcome() {
    throw new Error('no');
  },
};

let name: string;
let nowMs: number;
let attempts: Attempts;

beforeEach(() => {
  name = crypto.randomUUID();
  nowMs = START;
  attempts = open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await deleteDB(`${name}-attempts`);
});

const open = () => createAttempts({ name, now: () => nowMs });
const answer =
  <Report>(report: Report) =>
  async () =>
    report;

async function fail(times: number, subject = 'ada'): Promise<void> {
  for (let i = 0; i < times; i++) {
    expect(await attempts.guard(subject, answer(NON_MATCH))).toMatchObject({ permission: 'allowed' });
    const next = await attempts.permission(subject);
    if (next.permission === 'wait' && i + 1 < times) nowMs = next.untilMs;
  }
}

describe('attempts', () => {
  test('are let through with their report', async () => {
    const report = { result: MATCH, compareMs: 1 };
    expect(await attempts.guard('ada', answer(report))).toEqual({ permission: 'allowed', report });
  });

  test('have to wait after 5 failures, and are not run meanwhile', async () => {
    await fail(5);
    const attempt = vi.fn(answer(MATCH));
    expect(await attempts.guard('ada', attempt)).toEqual({ permission: 'wait', untilMs: START + 30_000 });
    expect(attempt).not.toHaveBeenCalled();
    expect(await attempts.permission('ada')).toEqual({ permission: 'wait', untilMs: START + 30_000 });
    expect(await attempts.permission('bruno')).toEqual({ permission: 'allowed' });
    nowMs += 30_000;
    expect(await attempts.guard('ada', attempt)).toMatchObject({ permission: 'allowed' });
    await fail(4);
  });

  test('stop after 50 failures, until another way was taken', async () => {
    await fail(50);
    nowMs += 1e12;
    expect(await attempts.guard('ada', answer(MATCH))).toEqual({ permission: 'stopped' });
    await attempts.reset('ada');
    expect(await attempts.permission('ada')).toEqual({ permission: 'allowed' });
  });

  test('are not forgotten by a reload', async () => {
    await fail(5);
    expect(await open().permission('ada')).toMatchObject({ permission: 'wait' });
  });

  test('are not forgotten where the clock is put back', async () => {
    await fail(5);
    nowMs -= 24 * 3_600_000;
    expect(await open().permission('ada')).toEqual({ permission: 'wait', untilMs: nowMs + 30_000 });
    nowMs += 29_999;
    expect(await attempts.permission('ada')).toMatchObject({ permission: 'wait' });
    nowMs += 1;
    expect(await attempts.permission('ada')).toEqual({ permission: 'allowed' });
  });

  test('of several tabs at once count together', async () => {
    const tabs = Array.from({ length: 12 }, open);
    const attempt = vi.fn(answer(NON_MATCH));
    const tried = await Promise.all(tabs.map((tab) => tab.guard('ada', attempt)));
    expect(tried.filter(({ permission }) => permission === 'allowed')).toHaveLength(5);
    expect(attempt).toHaveBeenCalledTimes(5);
  });

  test('that never end, as in a tab that was closed, are failures', async () => {
    await fail(4);
    await new Promise<void>((began) => {
      attempts.guard('ada', () => {
        began();
        return new Promise<typeof MATCH>(() => undefined);
      });
    });
    expect(await open().permission('ada')).toMatchObject({ permission: 'wait' });
  });

  test('that are inconclusive, or throw, are no failures', async () => {
    await fail(4);
    for (let i = 0; i < 5; i++) await attempts.guard('ada', answer(INCONCLUSIVE));
    await attempts.guard('ada', answer({ phase: 'done', result: INCONCLUSIVE }));
    await attempts.guard('ada', answer({ phase: 'failed', code: 'camera-unavailable' } as const));
    await attempts.guard('ada', answer({ phase: 'idle' } as const));
    for (let i = 0; i < 5; i++) {
      const failing = attempts.guard('ada', () => Promise.reject(new RangeError('lost')));
      await expect(failing).rejects.toThrow(new RangeError('lost'));
    }
    expect(await attempts.permission('ada')).toEqual({ permission: 'allowed' });
    await fail(1);
    expect(await attempts.permission('ada')).toMatchObject({ permission: 'wait' });
  });

  test('that are inconclusive have to wait, too, when there are 20 of them', async () => {
    for (let i = 0; i < 20; i++) await attempts.guard('ada', answer({ result: INCONCLUSIVE }));
    expect(await attempts.permission('ada')).toEqual({ permission: 'wait', untilMs: START + 30_000 });
  });

  test.for([{ result: MATCH }, MATCH, { outcome: 'identified' }, { phase: 'done', result: MATCH }])(
    'begin anew after %o',
    async (success) => {
      await fail(4);
      await attempts.guard('ada', answer(success));
      await fail(4);
      expect(await attempts.permission('ada')).toEqual({ permission: 'allowed' });
    },
  );

  test.for<[string, unknown]>([
    ['nothing', undefined],
    ['a truth', true],
    ['a text', 'match'],
    ['an outcome of another case', { outcome: 'Match' }],
    ['a match beside a result', { outcome: 'match', result: {} }],
    ['a match in a list', [MATCH]],
    ['a liveness check that was failed', { result: { outcome: 'inconclusive', reason: 'liveness-failed' } }],
    ['several candidates', { outcome: 'inconclusive', reason: 'candidates-too-close', candidates: [] }],
    ['a phase that is no end', { phase: 'deciding' }],
    ['the end of another mode', { phase: 'done', result: { outcome: 'captured' } }],
    ['a match deeper down', { report: { result: MATCH } }],
    ['something that throws when it is read', THROWING],
  ])('that end with %s are failures', async ([, report]) => {
    await fail(4);
    await attempts.guard('ada', async () => report as never);
    expect(await attempts.permission('ada')).toMatchObject({ permission: 'wait' });
  });

  test('that cannot be counted are not allowed', async () => {
    const attempt = vi.fn(answer(MATCH));
    vi.stubGlobal('indexedDB', undefined);
    await expect(attempts.guard('ada', attempt)).rejects.toMatchObject({ code: 'storage-unavailable' });
    expect(attempt).not.toHaveBeenCalled();
  });

  test('whose count was damaged are not allowed, until it is reset', async () => {
    await attempts.guard('ada', answer(NON_MATCH));
    const database = await openDB(`${name}-attempts`);
    const [key] = await database.getAllKeys('records');
    await database.put('records', { failures: 0, lastFailureAtMs: Number.NaN }, key);
    database.close();
    const attempt = vi.fn(answer(MATCH));
    await expect(attempts.guard('ada', attempt)).rejects.toMatchObject({ code: 'record-corrupt' });
    expect(attempt).not.toHaveBeenCalled();
    await attempts.reset('ada');
    expect(await attempts.permission('ada')).toEqual({ permission: 'allowed' });
  });

  test('leave no name on the disk', async () => {
    await attempts.guard('ada lovelace', answer(NON_MATCH));
    const database = await openDB(`${name}-attempts`);
    const all = JSON.stringify([await database.getAll('records'), await database.getAllKeys('records')]);
    database.close();
    expect(all).not.toContain('ada');
  });

  test('are refused for whom has no id, by a clock that has stopped, with options that do not exist', async () => {
    for (const id of ['', undefined, 7] as string[]) {
      await expect(attempts.guard(id, answer(MATCH))).rejects.toMatchObject({ code: 'id-invalid' });
    }
    nowMs = Number.NaN;
    const attempt = vi.fn(answer(MATCH));
    await expect(attempts.guard('ada', attempt)).rejects.toMatchObject({ code: 'option-invalid' });
    expect(attempt).not.toHaveBeenCalled();
    for (const options of [{ limit: 5 }, { now: 7 }, { name: '' }]) {
      expect(() => createAttempts(options as object)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
    }
  });
});
