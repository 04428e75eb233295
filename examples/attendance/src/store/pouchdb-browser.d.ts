/** What is used of PouchDB 9; its own types also redefine Node's `Buffer` for everybody. */
declare module 'pouchdb-browser' {
  interface Row {
    readonly id: string;
    readonly doc?: unknown;
  }

  interface Change {
    readonly id: string;
    readonly seq: number | string;
    readonly deleted?: boolean;
    readonly doc?: unknown;
  }

  interface Cancellable {
    cancel(): void;
  }

  export interface Feed extends Cancellable {
    on(event: 'change', listener: (change: Change) => void): this;
    on(event: 'error', listener: (error: unknown) => void): this;
  }

  export interface Sync extends Cancellable {
    on(event: 'paused' | 'error', listener: (error: unknown) => void): this;
  }

  export interface DatabaseOptions {
    readonly adapter?: 'idb' | 'http';
    readonly auto_compaction?: boolean;
    readonly skip_setup?: boolean;
    readonly auth?: { readonly username: string; readonly password: string };
  }

  export interface RangeOptions {
    readonly keys?: readonly string[];
    readonly startkey?: string;
    readonly endkey?: string;
    readonly descending?: boolean;
    readonly limit?: number;
    readonly include_docs?: boolean;
    readonly conflicts?: boolean;
  }

  export default class PouchDB {
    constructor(name: string, options?: DatabaseOptions);
    info(): Promise<{ readonly update_seq: number | string }>;
    get(id: string, options?: { readonly conflicts?: boolean; readonly rev?: string }): Promise<unknown>;
    allDocs(options: RangeOptions): Promise<{ readonly rows: readonly Row[] }>;
    put(document: object): Promise<unknown>;
    remove(document: object): Promise<unknown>;
    bulkDocs(documents: readonly object[]): Promise<readonly { readonly id?: string; readonly error?: unknown }[]>;
    changes(options: {
      readonly since: number | string;
      readonly live: true;
      readonly include_docs: true;
      readonly conflicts: true;
    }): Feed;
    compact(): Promise<unknown>;
    close(): Promise<void>;
    destroy(): Promise<unknown>;
    sync(remote: PouchDB, options: { readonly live: true; readonly retry: true }): Sync;
    readonly replicate: { to(remote: PouchDB): Promise<{ readonly ok: boolean }> };
  }
}
