import { afterEach, describe, expect, it, vi } from 'vitest';
import { untilLive } from './live.ts';
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

describe('to be kept for good', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is asked of the browser, and said', async () => {
    vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);
    const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true);
    const store = await openStore({ name: crypto.randomUUID() });
    expect(persist).toHaveBeenCalled();
    const state = await untilLive(store.storage, ({ persistent }) => persistent);
    expect(state).toMatchObject({ quotaBytes: expect.any(Number) });
    await store.close();
  });

  it('holds nobody up while the visitor is being asked', async () => {
    vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);
    vi.spyOn(navigator.storage, 'persist').mockReturnValue(new Promise(() => undefined));
    const store = await openStore({ name: crypto.randomUUID() });
    expect(store.storage.current).toMatchObject({ state: 'room', persistent: false });
    await store.close();
  });
});
