import { isQuota } from './is-quota.ts';

/** Enough to open a database and to write thousands of short documents, beside what an aborted write leaves behind until
 * the browser tidies it up: some times its own size. */
const BALLAST_BYTES = 8 * 2 ** 20;
const CHUNK_BYTES = 65_536;

/**
 * Room that is kept occupied, so that there is some when the disk is full: even erasing has to write. It is a file of the
 * page's own: what one frees of a database is there only once the browser has tidied it up.
 */
export class Ballast {
  readonly #file: string;

  constructor(name: string) {
    this.#file = `${name}-ballast`;
  }

  /** Occupies the room. @returns whether it is kept, or what there is none of: room, or a place for such files */
  async load(): Promise<'kept' | 'no-room' | 'no-place'> {
    try {
      const folder = await navigator.storage.getDirectory();
      const file = await folder.getFileHandle(this.#file, { create: true });
      if ((await file.getFile()).size === BALLAST_BYTES) return 'kept';
      const writable = await file.createWritable();
      await writable.write(incompressible());
      await writable.close();
      return 'kept';
    } catch (error) {
      return isQuota(error) ? 'no-room' : 'no-place';
    }
  }

  /** @returns whether there was room to free */
  async drop(): Promise<boolean> {
    try {
      const folder = await navigator.storage.getDirectory();
      const { size } = await (await folder.getFileHandle(this.#file)).getFile();
      await folder.removeEntry(this.#file);
      return size === BALLAST_BYTES;
    } catch {
      return false;
    }
  }
}

function incompressible(): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(BALLAST_BYTES);
  for (let at = 0; at < block.length; at += CHUNK_BYTES) crypto.getRandomValues(block.subarray(at, at + CHUNK_BYTES));
  return block;
}
