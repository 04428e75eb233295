import { afterEach } from 'vitest';
import { type AttendanceStore, openStore, type StoreOptions } from '../src/store/open-store.ts';
import { QUICK_PROBE } from './quick-probe.ts';

export const NOW = Date.parse('2026-11-28T08:00:00.000Z');

type OpenForTest = (name?: string, options?: StoreOptions) => Promise<AttendanceStore>;

/** A way to open stores at a time that stands still, which are closed after each test. */
export function openStores(): OpenForTest {
  const opened: AttendanceStore[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close().catch(() => undefined);
  });
  return async (name = crypto.randomUUID(), options = {}) => {
    const store = await openStore({ name, probe: QUICK_PROBE, now: () => NOW, ...options });
    opened.push(store);
    return store;
  };
}
