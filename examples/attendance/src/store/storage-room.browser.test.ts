import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore } from './open-store.ts';

describe('storage that is blocked', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['SecurityError', 'InvalidStateError', 'UnknownError'])(
    'is said, where the browser says %s',
    async (name) => {
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('No.', name);
      });
      await expect(openStore({ name: crypto.randomUUID() })).rejects.toMatchObject({
        name: 'StoreError',
        code: 'storage-blocked',
      });
    },
  );
});

it('asks to be kept for good, and says whether it is', async () => {
  const persisted = vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);
  const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true);
  const store = await openStore({ name: crypto.randomUUID() });
  expect(persist).toHaveBeenCalled();
  expect(store.storage.current).toMatchObject({ persistent: true, quotaBytes: expect.any(Number) });
  persisted.mockRestore();
  persist.mockRestore();
  await store.close();
});
