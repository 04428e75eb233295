import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BackendTrials, unfinishedTrials } from './backend-trials.ts';

const KEY = 'face-verify trials';
const clean = () => localStorage.removeItem(KEY);
const noted = () => JSON.parse(localStorage.getItem(KEY) ?? '[]');
beforeEach(clean);
afterEach(() => {
  vi.restoreAllMocks();
  clean();
});

test('a trial of which nobody hears the end is remembered', async () => {
  const trials = new BackendTrials();
  await trials.begin('1.0 gpu');
  trials.leave();
  await vi.waitFor(async () => expect(await unfinishedTrials()).toEqual(['1.0 gpu']));
  // Whoever has died cannot take it back.
  trials.end();
  expect(await unfinishedTrials()).toEqual(['1.0 gpu']);
});

test('one that has ended is forgotten', async () => {
  const trials = new BackendTrials();
  await trials.begin('1.0 gpu');
  expect(noted()).toEqual(['1.0 gpu']);
  trials.end();
  expect(noted()).toEqual([]);
});

test('one that is going on, here or in another tab, is no crash', async () => {
  const [ours, others] = [new BackendTrials(), new BackendTrials()];
  await Promise.all([ours.begin('1.0 gpu'), others.begin('1.0 gpu')]);
  expect(await unfinishedTrials()).toEqual([]);
  ours.end();
  expect([await unfinishedTrials(), noted()]).toEqual([[], ['1.0 gpu']]);
  others.leave();
  await vi.waitFor(async () => expect(await unfinishedTrials()).toEqual(['1.0 gpu']));
});

test.for(['pagehide', 'visibilitychange'])('a tab that is left or put aside was not taken down: %s', async (type) => {
  const trials = new BackendTrials();
  await trials.begin('1.0 gpu');
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  (type === 'pagehide' ? globalThis : document).dispatchEvent(new Event(type));
  expect(noted()).toEqual([]);
  trials.end();
  await trials.begin('1.0 gpu');
  expect(noted()).toEqual([]);
  trials.end();
});

test('storage that is blocked, and what is no such note, do not matter', async () => {
  for (const kept of ['nothing', '{"a":1}', 'null', '[1]']) {
    localStorage.setItem(KEY, kept);
    expect(await unfinishedTrials()).toEqual([]);
  }
  for (const method of ['getItem', 'setItem'] as const) {
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('Blocked.', 'SecurityError');
    });
  }
  const trials = new BackendTrials();
  await trials.begin('1.0 gpu');
  trials.end();
  expect(await unfinishedTrials()).toEqual([]);
});
