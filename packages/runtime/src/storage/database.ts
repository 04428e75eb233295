import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { withinLimit } from '../within-limit.ts';
import { nameOf, type StorageObstacle, storageUnavailable, toStorageError } from './storage-error.ts';

export interface DatabaseLayout<Schema extends DBSchema> {
  /** Ends in the layout's own kind: what has other stores may have the same name otherwise. */
  readonly name: string;
  readonly version: number;
  /** Makes the stores that a database of `oldVersion` lacks; 0 is a new one. */
  upgrade(database: IDBPDatabase<Schema>, oldVersion: number): void;
}

type Transaction<Schema extends DBSchema, Mode extends IDBTransactionMode> = IDBPTransaction<
  Schema,
  StoreNames<Schema>[],
  Mode
>;

/** Opening takes milliseconds; some browsers never answer. */
const OPEN_LIMIT_MS = 10_000;

/**
 * What a transaction ends with if the connection was closed, as when the visitor clears what sites have stored: by the
 * specification, and in Chromium.
 */
const CONNECTION_LOST: readonly string[] = ['InvalidStateError', 'AbortError', 'UnknownError'];

/** Opening may be cut off, too, while much is being cleared. */
const MOST_TRIES = 5;

/** A database of this origin, opened at first use, and again where it was deleted or closed under our hands. */
export class Database<Schema extends DBSchema> {
  readonly #layout: DatabaseLayout<Schema>;
  readonly #openLimitMs: number;
  #connection: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(layout: DatabaseLayout<Schema>, openLimitMs = OPEN_LIMIT_MS) {
    this.#layout = layout;
    this.#openLimitMs = openLimitMs;
  }

  /** @throws {FaceVerifyError} `storage-unavailable` */
  read<Result>(work: (transaction: Transaction<Schema, 'readonly'>) => Promise<Result>): Promise<Result> {
    return this.#transact('readonly', work);
  }

  /**
   * Does all of the work or, where it rejects, none of it. When this has ended, what was written is on the disk.
   *
   * @param work - may only await what it asks of the transaction; is done again where the connection was lost
   * @throws {FaceVerifyError} `storage-unavailable`, `storage-full`
   */
  write<Result>(work: (transaction: Transaction<Schema, 'readwrite'>) => Promise<Result>): Promise<Result> {
    return this.#transact('readwrite', work);
  }

  async #transact<Mode extends 'readonly' | 'readwrite', Result>(
    mode: Mode,
    work: (transaction: Transaction<Schema, Mode>) => Promise<Result>,
  ): Promise<Result> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#attempt(mode, work);
      } catch (error) {
        if (tries === MOST_TRIES || !CONNECTION_LOST.includes(nameOf(error))) throw toStorageError(error);
        this.#close();
      }
    }
  }

  async #attempt<Mode extends 'readonly' | 'readwrite', Result>(
    mode: Mode,
    work: (transaction: Transaction<Schema, Mode>) => Promise<Result>,
  ): Promise<Result> {
    const connection = await this.#open();
    const stores = [...connection.objectStoreNames];
    const transaction = connection.transaction(stores, mode, { durability: 'strict' });
    // Why it was aborted, e.g. the quota, is known to the transaction alone; its requests only say that it was.
    const ended = transaction.done.then(
      () => undefined,
      () => ({ why: transaction.error }),
    );
    try {
      const result = await work(transaction);
      const aborted = await ended;
      if (aborted) throw aborted.why ?? new DOMException('The transaction was aborted.', 'AbortError');
      return result;
    } catch (error) {
      abort(transaction);
      throw (await ended)?.why ?? error;
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#connection ??= this.#connect().catch((error) => {
      this.#connection = undefined;
      throw error;
    });
    return this.#connection;
  }

  async #connect(): Promise<IDBPDatabase<Schema>> {
    if (!globalThis.indexedDB) throw storageUnavailable('missing');
    const { name, version, upgrade } = this.#layout;
    let obstacle: StorageObstacle = 'no-answer';
    const opening = openDB<Schema>(name, version, {
      upgrade,
      blocked: () => {
        obstacle = 'blocked-by-another-tab';
      },
      // Lets another tab delete or upgrade it; the next call opens it anew.
      blocking: () => this.#close(),
      terminated: () => this.#close(),
    });
    try {
      return await withinLimit(opening, this.#openLimitMs, () => storageUnavailable(obstacle));
    } catch (error) {
      opening.then((late) => late.close()).catch(() => undefined);
      throw error;
    }
  }

  #close(): void {
    this.#connection?.then((connection) => connection.close()).catch(() => undefined);
    this.#connection = undefined;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It had ended already.
  }
}
