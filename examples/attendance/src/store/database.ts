import PouchDB, { type Feed, type RangeOptions } from 'pouchdb-browser';
import { type DocumentType, type FoundDocument, idRange, type StoredDocument } from './documents.ts';
import { type Live, LiveValue } from './live.ts';
import type { StorageRoom } from './storage-room.ts';
import { StoreError } from './store-error.ts';

/** A change of a document: what it is now, or that it is gone. */
export interface DocumentChange {
  readonly id: string;
  /** Undefined where it was removed. */
  readonly document: FoundDocument | undefined;
}

/** Characters of documents that may be written where there is hardly any room: check-ins and keys, no photographs. */
const SMALL_LENGTH = 65_536;

/** Of this device, and never replicated. */
const COMPACTION_DUE = '_local/compaction-due';

/**
 * PouchDB, with coded errors, and told to `storage` when there is no room. A write that the browser aborts, as on a full
 * disk, leaves PouchDB with a closed connection for good: then it is opened anew, and nothing is missed.
 */
export class Database {
  readonly #name: string;
  readonly #storage: StorageRoom;
  readonly #listeners = new Set<(change: DocumentChange) => void>();
  readonly #pouch: LiveValue<PouchDB>;
  #feed: Feed | undefined;
  /** Up to where changes were told. */
  #sequence: number | string = 0;
  #reviving: Promise<void> | undefined;
  #closed = false;

  private constructor(name: string, storage: StorageRoom, pouch: PouchDB) {
    this.#name = name;
    this.#storage = storage;
    this.#pouch = new LiveValue(pouch);
  }

  /** @throws {StoreError} `storage-blocked` where the browser lets the page keep nothing, `storage-full` */
  static async open(name: string, storage: StorageRoom): Promise<Database> {
    // PouchDB writes when it opens, and never answers where the browser aborts that.
    await storage.release();
    const { pouch, sequence } = await storage.open(() => openPouch(name));
    await storage.reserve();
    const database = new Database(name, storage, pouch);
    database.#sequence = sequence;
    database.#follow();
    return database;
  }

  /** Another after it had to be opened anew. */
  get pouch(): Live<PouchDB> {
    return this.#pouch;
  }

  /** Calls with each change, of this device and of others, until the function that it returns is called. */
  onChange(listener: (change: DocumentChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** With the leaves of other branches, if it has some. */
  async get<Kind extends StoredDocument>(id: string): Promise<FoundDocument<Kind> | undefined> {
    return this.#read((pouch) => unlessMissing(pouch.get(id, { conflicts: true }) as Promise<FoundDocument<Kind>>));
  }

  /** One leaf of a document. */
  async getRevision<Kind extends StoredDocument>(id: string, rev: string): Promise<Kind | undefined> {
    return this.#read((pouch) => unlessMissing(pouch.get(id, { rev }) as Promise<FoundDocument<Kind>>));
  }

  /** All documents of a type, by id; of the log those of some dates. */
  async all<Kind extends StoredDocument>(
    type: Kind['type'] & DocumentType,
    range: RangeOptions = idRange(type),
  ): Promise<readonly FoundDocument<Kind>[]> {
    const options = { ...range, include_docs: true, conflicts: true };
    const { rows } = await this.#read((pouch) => pouch.allDocs(options));
    return rows.flatMap(({ doc }) => (doc ? [doc as FoundDocument<Kind>] : []));
  }

  /** Those of these documents that are there, with the leaves of other branches. */
  async some<Kind extends StoredDocument>(ids: readonly string[]): Promise<readonly FoundDocument<Kind>[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.#read((pouch) => pouch.allDocs({ keys: ids, include_docs: true, conflicts: true }));
    return rows.flatMap(({ doc }) => (doc ? [doc as FoundDocument<Kind>] : []));
  }

  /**
   * Writes documents in one transaction, new ones or over the revision that they carry.
   *
   * @returns ids of those that somebody else had changed meanwhile, and that were not written
   * @throws {StoreError} `storage-full`, `storage-failed`: then none was written
   */
  async write(documents: readonly (StoredDocument & { readonly _rev?: string })[]): Promise<readonly string[]> {
    if (documents.length === 0) return [];
    const small = JSON.stringify(documents).length < SMALL_LENGTH;
    const results = await this.#write((pouch) => pouch.bulkDocs([...documents]), small);
    return results.flatMap((result, i) => (result.error ? [documents[i]?._id ?? ''] : []));
  }

  /**
   * Changes a document until nobody else changed it meanwhile.
   *
   * @param change - what it is to be; undefined leaves it as it is
   */
  async change<Kind extends StoredDocument>(
    id: string,
    change: (before: FoundDocument<Kind> | undefined) => Kind | undefined | Promise<Kind | undefined>,
  ): Promise<void> {
    for (;;) {
      const before = await this.get<Kind>(id);
      const after = await change(before);
      if (after === undefined) return;
      const refused = await this.write([{ ...after, ...(before !== undefined && { _rev: before._rev }) }]);
      if (refused.length === 0) return;
    }
  }

  /** Removes leaves of documents; their bodies are gone with the next {@link compact}. */
  async remove(leaves: readonly { readonly _id: string; readonly _rev: string }[]): Promise<void> {
    if (leaves.length === 0) return;
    const gone = leaves.map(({ _id, _rev }) => ({ _id, _rev, _deleted: true }));
    await this.#write((pouch) => pouch.bulkDocs(gone));
  }

  /** Removes all leaves of documents. @returns whether there were any */
  async removeWhole(ids: readonly string[]): Promise<boolean> {
    for (let removed = false; ; removed = true) {
      const found = await this.some(ids);
      if (found.length === 0) return removed;
      await this.remove(
        found.flatMap(({ _id, _rev, _conflicts = [] }) => [_rev, ..._conflicts].map((rev) => ({ _id, _rev: rev }))),
      );
    }
  }

  /** Notes that {@link compact} is to come, also after a reload. */
  async planCompaction(): Promise<void> {
    await this.#write(async (pouch) => {
      const before = await unlessMissing(pouch.get(COMPACTION_DUE));
      await pouch.put({ ...(before as object | undefined), _id: COMPACTION_DUE });
    });
  }

  /** Whether a compaction was planned, and none has ended since. */
  async owesCompaction(): Promise<boolean> {
    return (await this.#read((pouch) => unlessMissing(pouch.get(COMPACTION_DUE)))) !== undefined;
  }

  /** Drops the bodies of all revisions that are no leaves, document by document: where there are thousands, for seconds. */
  async compact(): Promise<void> {
    const due = await this.#read((pouch) => unlessMissing(pouch.get(COMPACTION_DUE)));
    await this.#write((pouch) => pouch.compact());
    // One that was planned meanwhile stays.
    if (due !== undefined) await this.#write((pouch) => pouch.remove(due as object).catch(() => undefined));
  }

  /** Opens it anew where it no longer answers, as after replication found no room. */
  async ensureOpen(): Promise<void> {
    await this.#read((pouch) => pouch.info());
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#feed?.cancel();
    await this.#pouch.current.close();
  }

  /** Also where there is no room for anything else. */
  async destroy(): Promise<void> {
    this.#closed = true;
    this.#feed?.cancel();
    await this.#pouch.current.destroy();
  }

  async #read<Result>(read: (pouch: PouchDB) => Promise<Result>): Promise<Result> {
    this.#assertOpen();
    try {
      return await read(this.#pouch.current);
    } catch {
      await this.#revive();
      return read(this.#pouch.current);
    }
  }

  #write<Result>(write: (pouch: PouchDB) => Promise<Result>, small = true): Promise<Result> {
    this.#assertOpen();
    return this.#storage.attempt(() => write(this.#pouch.current), { small, revive: () => this.#revive() });
  }

  #revive(): Promise<void> {
    this.#reviving ??= this.#openAnew().finally(() => {
      this.#reviving = undefined;
    });
    return this.#reviving;
  }

  async #openAnew(): Promise<void> {
    this.#assertOpen();
    this.#feed?.cancel();
    await this.#pouch.current.close().catch(() => undefined);
    const { pouch } = await this.#storage.open(() => openPouch(this.#name));
    this.#pouch.set(pouch);
    this.#follow();
  }

  #follow(): void {
    const options = { since: this.#sequence, live: true, include_docs: true, conflicts: true } as const;
    const feed = this.#pouch.current.changes(options);
    this.#feed = feed;
    feed.on('change', ({ id, seq, deleted, doc }) => {
      if (this.#feed !== feed) return;
      this.#sequence = seq;
      const document = deleted === true ? undefined : (doc as FoundDocument | undefined);
      for (const listener of [...this.#listeners]) listener({ id, document });
    });
    // Whoever reads or writes next finds out, and opens it anew.
    feed.on('error', () => undefined);
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError('closed', 'The store was closed.');
  }
}

async function openPouch(name: string): Promise<{ readonly pouch: PouchDB; readonly sequence: number | string }> {
  // `idb`: the other adapter, `indexeddb`, was reported to lose data. Bodies that were replaced go at once.
  const pouch = new PouchDB(name, { adapter: 'idb', auto_compaction: true });
  return { pouch, sequence: (await pouch.info()).update_seq };
}

async function unlessMissing<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === 404) return undefined;
    throw error;
  }
}
