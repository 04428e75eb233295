import type { AttendanceStore } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';

const EVERY_MS = 3_600_000;

/** Removes records that are older than is set, now and every hour, for as long as the page is open. */
export function keepRetention(store: Pick<AttendanceStore, 'eraseExpired'>): void {
  const erase = () =>
    store.eraseExpired().catch((error: unknown) => {
      // What storage could not do now is tried again; that it could not is told by its state.
      if (!(error instanceof StoreError)) throw error;
    });
  void erase();
  setInterval(erase, EVERY_MS);
}
