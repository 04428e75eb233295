import type { AssetEntry } from './asset-manifest.ts';
import { sha256 } from './sha256.ts';

/** In Cache Storage, where an origin's pages and workers find it. */
const CACHE_NAME = 'face-verify';

type Digested = Pick<AssetEntry, 'path' | 'sha256'>;

/**
 * The files of the assets folder as this browser keeps them, by digest. Where it keeps nothing (private windows, blocked
 * storage, a full disk) there is no error: every file has to be fetched.
 */
export class AssetCache {
  /** The file, if it is there and is still what its digest says. */
  async get(file: Digested): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return quietly(async (cache) => {
      const answer = await cache.match(keyOf(file));
      const bytes = answer && new Uint8Array(await answer.arrayBuffer());
      return bytes && (await sha256(bytes)) === file.sha256 ? bytes : undefined;
    });
  }

  /** Keeps a file, in place of what was kept of other versions of it. */
  async put(file: Digested, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await quietly(async (cache) => {
      await cache.put(keyOf(file), new Response(bytes));
      await discard(cache, (path, digest) => path === file.path && digest !== file.sha256);
    });
  }

  /** As {@link put}, where the file is not kept yet. */
  async add(file: Digested, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const kept = await quietly((cache) => cache.match(keyOf(file)));
    if (kept === undefined) await this.put(file, bytes);
  }

  /** Discards the package's files that are not among these. A user's own models stay. */
  async keepOnly(files: readonly Digested[]): Promise<void> {
    const wanted = new Map(files.map((file) => [file.path, file.sha256]));
    await quietly((cache) =>
      discard(cache, (path, digest) => (wanted.has(path) ? wanted.get(path) !== digest : !path.startsWith('models/'))),
    );
  }
}

async function quietly<Result>(act: (cache: Cache) => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act(await globalThis.caches.open(CACHE_NAME));
  } catch {
    return undefined;
  }
}

async function discard(cache: Cache, unwanted: (path: string, digest: string) => boolean): Promise<void> {
  for (const key of await cache.keys()) {
    const { pathname, search } = new URL(key.url);
    const path = decodeURIComponent(pathname.slice(PREFIX.length));
    if (unwanted(path, search.slice(1))) await cache.delete(key);
  }
}

const PREFIX = '/face-verify-cache/';

/** Nothing lies at this address: caches want one as a key. */
function keyOf({ path, sha256: digest }: Digested): string {
  return `${globalThis.origin}${PREFIX}${path}?${digest}`;
}
