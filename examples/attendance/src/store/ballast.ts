import { deleteDB, type IDBPDatabase, openDB } from 'idb';

/** Enough to write some thousand short documents. */
const BALLAST_BYTES = 2 * 2 ** 20;
const CHUNK_BYTES = 65_536;

/** Room that is kept occupied, so that there is some when the disk is full: even erasing has to write. */
export class Ballast {
  readonly #name: string;
  #database: IDBPDatabase | undefined;

  constructor(name: string) {
    this.#name = `${name}-ballast`;
  }

  /** Occupies the room, unless there is none. */
  async load(): Promise<void> {
    try {
      this.#database ??= await openDB(this.#name, 1, {
        upgrade: (created) => void created.createObjectStore('room'),
        // Another tab erases everything.
        blocking: () => this.close(),
      });
      if ((await this.#database.count('room')) === 0) await this.#database.put('room', incompressible(), 'block');
    } catch {
      // Full already: there is nothing to keep.
    }
  }

  /** @returns whether there was room to free */
  async drop(): Promise<boolean> {
    try {
      const occupied = (await this.#database?.count('room')) === 1;
      if (occupied) await this.#database?.clear('room');
      return occupied;
    } catch {
      return false;
    }
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  async destroy(): Promise<void> {
    this.close();
    await deleteDB(this.#name);
  }
}

function incompressible(): Uint8Array {
  const block = new Uint8Array(BALLAST_BYTES);
  for (let at = 0; at < block.length; at += CHUNK_BYTES) crypto.getRandomValues(block.subarray(at, at + CHUNK_BYTES));
  return block;
}
