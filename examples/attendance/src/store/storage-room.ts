import { Ballast } from './ballast.ts';
import { isQuota } from './is-quota.ts';
import { type Live, LiveValue } from './live.ts';
import { StoreError } from './store-error.ts';

/** Whether what is saved stays, and whether more can be. */
export interface StorageState {
  /**
   * `room`: all is saved. `low`: all is saved, and soon no more can be. `full`: the last thing was not saved, and what
   * was saved before is. `failed`: the last thing may not be saved.
   */
  readonly state: 'room' | 'low' | 'full' | 'failed';
  /** Whether the browser promised not to clear it by itself when the disk is short of room. */
  readonly persistent: boolean;
  /** Undefined where the browser does not tell. */
  readonly usedBytes?: number;
  readonly quotaBytes?: number;
}

/** Less room than this is low, in bytes. */
const LOW_BYTES = 20 * 2 ** 20;

/** Looks after the room that there is. */
export class StorageRoom {
  readonly #state = new LiveValue<StorageState>({ state: 'room', persistent: false });
  readonly #ballast: Ballast;
  /** Whether there was no room for the ballast. */
  #isShort = false;

  private constructor(ballast: Ballast) {
    this.#ballast = ballast;
  }

  /** Asks the browser to keep the data for good, without waiting for the answer. */
  static async open(name: string): Promise<StorageRoom> {
    const storage = new StorageRoom(new Ballast(name));
    // Some browsers ask the visitor, and answer when they do.
    void askToPersist().then((persistent) => storage.#state.set({ ...storage.#state.current, persistent }));
    await storage.#measure();
    return storage;
  }

  get state(): Live<StorageState> {
    return this.#state;
  }

  /**
   * Writes something; where there is no room for it and it is small, once more in the room of the ballast. What is large
   * may not use that up: without it nothing could be erased or opened any more.
   *
   * @param revive - after each failure, before anything else
   * @throws {StoreError} `storage-full`, `storage-failed`
   */
  async attempt<Result>(
    write: () => Promise<Result>,
    { small, revive }: { readonly small: boolean; readonly revive: () => Promise<void> },
  ): Promise<Result> {
    if (!small && !(await this.#mayUse())) throw await this.#fail(new DOMException('', 'QuotaExceededError'));
    try {
      return await this.#settle(await write());
    } catch (error) {
      const freed = await this.#ballast.drop();
      try {
        await revive();
        if (freed && small) return this.#set('low', await write());
      } catch {
        await revive();
      } finally {
        await this.reserve();
      }
      throw await this.#fail(error);
    }
  }

  /**
   * Opens a database; where there is no room even for that, once more without the ballast.
   *
   * @throws {StoreError} `storage-full`, `storage-blocked`
   */
  async open<Opened>(open: () => Promise<Opened>): Promise<Opened> {
    try {
      return await open();
    } catch (error) {
      try {
        if (await this.#ballast.drop()) return this.#set('low', await open());
      } catch {
        // Told below by the first error.
      }
      const failure = await this.#fail(error);
      throw failure.code === 'storage-full' ? failure : blocked(error);
    }
  }

  /** Keeps room for when there is none: erasing and opening have to write. */
  async reserve(): Promise<void> {
    this.#isShort = (await this.#ballast.load()) === 'no-room';
  }

  /** Makes room for opening, of which nobody can tell whether there is any: browsers give another quota than they have. */
  async release(): Promise<void> {
    await this.#ballast.drop();
  }

  /** After data was removed. */
  async afterErasing(): Promise<void> {
    await this.#measure();
    if (this.#state.current.state === 'room') await this.reserve();
  }

  async destroy(): Promise<void> {
    await this.#ballast.drop();
  }

  /** Whether there is room that is not the ballast's, which something small may have used. */
  async #mayUse(): Promise<boolean> {
    if (this.#isShort) await this.reserve();
    return !this.#isShort;
  }

  #set<Result>(state: StorageState['state'], result: Result): Result {
    this.#state.set({ ...this.#state.current, state });
    return result;
  }

  async #settle<Result>(result: Result): Promise<Result> {
    const { state } = this.#state.current;
    if (state === 'full' || state === 'failed') await this.#measure();
    return result;
  }

  async #fail(error: unknown): Promise<StoreError> {
    const full = isQuota(error) || (await freeBytes()) < 2 ** 20;
    this.#state.set({ ...this.#state.current, state: full ? 'full' : 'failed' });
    return full
      ? new StoreError('storage-full', 'No room is left, so this was not saved.', error)
      : new StoreError('storage-failed', "The browser's storage failed, so this may not be saved.", error);
  }

  async #measure(): Promise<void> {
    const { usage, quota } = await estimate();
    const { persistent } = this.#state.current;
    const low = usage !== undefined && quota !== undefined && quota - usage < LOW_BYTES;
    this.#state.set({
      ...{ state: low ? 'low' : 'room', persistent },
      ...(usage !== undefined && { usedBytes: usage }),
      ...(quota !== undefined && { quotaBytes: quota }),
    });
  }
}

/** The browser lets this page keep nothing. */
export function blocked(cause: unknown): StoreError {
  return new StoreError('storage-blocked', 'The browser lets this page keep nothing, so nothing is saved.', cause);
}

async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}

async function estimate(): Promise<StorageEstimate> {
  try {
    return await navigator.storage.estimate();
  } catch {
    return {};
  }
}

async function freeBytes(): Promise<number> {
  const { usage = 0, quota = Number.POSITIVE_INFINITY } = await estimate();
  return quota - usage;
}
