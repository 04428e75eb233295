import PouchDB, { type Feed, type RangeOptions } from 'pouchdb-browser';
import { type DocumentType, documentId, type FoundDocument, idRange, type StoredDocument } from './documents.ts';
import type { StorageRoom } from './storage-room.ts';
import { StoreError } from './store-error.ts';

/** A change of a document: what it is now, or that it is gone. */
export interface DocumentChange {
  readonly id: string;
  /** Undefined where it was removed. */
  readonly document: FoundDocument | undefined;
}

/** PouchDB, with coded errors, and told to `storage` when there is no room. */
export class Database {
  readonly pouch: PouchDB;
  readonly #storage: StorageRoom;
  readonly #listeners = new Set<(change: DocumentChange) => void>();
  readonly #feed: Feed;

  private constructor(pouch: PouchDB, storage: StorageRoom) {
    this.pouch = pouch;
    this.#storage = storage;
    this.#feed = pouch.changes({ since: 'now', live: true, include_docs: true, conflicts: true });
    this.#feed.on('change', ({ id, deleted, doc }) => {
      const document = deleted === true ? undefined : (doc as FoundDocument | undefined);
      for (const listener of [...this.#listeners]) listener({ id, document });
    });
  }

  /** @throws {StoreError} `storage-blocked` where the browser lets the page keep nothing */
  static async open(name: string, storage: StorageRoom): Promise<Database> {
    try {
      // `idb`: the other adapter, `indexeddb`, was reported to lose data. Bodies that were replaced go at once.
      const pouch = new PouchDB(name, { adapter: 'idb', auto_compaction: true });
      await pouch.info();
      return new Database(pouch, storage);
    } catch (error) {
      throw new StoreError('storage-blocked', 'The browser lets this page keep nothing, so nothing is saved.', error);
    }
  }

  /** Calls with each change, of this device and of others, until the function that it returns is called. */
  onChange(listener: (change: DocumentChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** With the leaves of other branches, if it has some. */
  async get<Kind extends StoredDocument>(id: string): Promise<FoundDocument<Kind> | undefined> {
    try {
      return (await this.pouch.get(id, { conflicts: true })) as FoundDocument<Kind>;
    } catch (error) {
      if (isStatus(error, 404)) return undefined;
      throw error;
    }
  }

  /** One leaf of a document. */
  async getRevision<Kind extends StoredDocument>(id: string, rev: string): Promise<Kind | undefined> {
    try {
      return (await this.pouch.get(id, { rev })) as FoundDocument<Kind>;
    } catch (error) {
      if (isStatus(error, 404)) return undefined;
      throw error;
    }
  }

  /** All documents of a type, by id; of the log those of some dates. */
  async all<Kind extends StoredDocument>(
    type: Kind['type'] & DocumentType,
    range: RangeOptions = idRange(type),
  ): Promise<readonly FoundDocument<Kind>[]> {
    const { rows } = await this.pouch.allDocs({ ...range, include_docs: true, conflicts: true });
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
    const results = await this.#storage.attempt(() => this.pouch.bulkDocs([...documents]));
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
    await this.#storage.attempt(() => this.pouch.bulkDocs(gone));
  }

  /** Removes all leaves of a document. @returns whether there were any */
  async removeWhole(type: 'person' | 'photographs', id: string): Promise<boolean> {
    for (let removed = false; ; removed = true) {
      const found = await this.get(documentId(type, id));
      if (found === undefined) return removed;
      await this.remove([found._rev, ...(found._conflicts ?? [])].map((_rev) => ({ _id: found._id, _rev })));
    }
  }

  /** Drops the bodies of all revisions that are no leaves. */
  async compact(): Promise<void> {
    await this.#storage.attempt(async () => this.pouch.compact());
  }

  async close(): Promise<void> {
    this.#feed.cancel();
    await this.pouch.close();
  }

  /** Also where there is no room for anything else. */
  async destroy(): Promise<void> {
    this.#feed.cancel();
    await this.pouch.destroy();
  }
}

function isStatus(error: unknown, status: number): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === status;
}
