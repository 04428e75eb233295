import { FaceVerifyError } from '@face-verify/core';
import { throwIfAborted } from '../abort.ts';
import { timedStage } from '../timed-stage.ts';
import { AssetCache } from './asset-cache.ts';
import { assetError } from './asset-error.ts';
import { type AssetEntry, type AssetManifest, parseAssetManifest } from './asset-manifest.ts';
import { ASSET_PATHS } from './asset-paths.ts';
import { DownloadError, download } from './download.ts';
import { type CheckedFile, fetchChecked, MAX_TEXT_BYTES } from './fetch-checked.ts';
import { isScriptType } from './is-script-type.ts';

/** What a page hands to its worker, so that both check files by one manifest. */
export interface AssetFolderFacts {
  /** Absolute, with a slash at its end. */
  readonly url: string;
  readonly manifest: AssetManifest;
}

export interface AssetFolderOptions {
  /** Told the bytes of all files that were read so far, from the network or from what the browser keeps. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  readonly stallLimitMs?: number | undefined;
}

/** The folder that a page serves for this package. No file is handed out that has not the digest of the manifest. */
export class AssetFolder {
  readonly facts: AssetFolderFacts;
  readonly #options: AssetFolderOptions;
  readonly #cache = new AssetCache();
  readonly #bytesRead = new Map<string, number>();
  /** Reads that nobody has asked for yet, by digest. */
  readonly #begun = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #keeping = new Set<Promise<void>>();

  constructor(facts: AssetFolderFacts, options: AssetFolderOptions = {}) {
    this.facts = facts;
    this.#options = options;
  }

  /**
   * The folder at an address, by the manifest that it holds.
   *
   * @param url - with a slash at its end
   * @param manifestSha256 - of the manifest that belongs to this build; undefined: whatever is served is believed
   * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `backend-unavailable`, `aborted`
   */
  static async open(
    url: URL,
    manifestSha256: string | undefined,
    signal?: AbortSignal,
    options: AssetFolderOptions = {},
  ): Promise<AssetFolder> {
    const cache = new AssetCache();
    const file = manifestSha256 === undefined ? undefined : { path: ASSET_PATHS.manifest, sha256: manifestSha256 };
    const kept = file && (await cache.get(file));
    const address = new URL(ASSET_PATHS.manifest, url);
    const bytes = kept ?? (await fetchManifest(address, file, { signal, stallLimitMs: options.stallLimitMs }));
    const manifest = parseAssetManifest(new TextDecoder().decode(bytes));
    if (manifest === undefined) {
      throw assetError(ASSET_PATHS.manifest, address, { failure: 'other-file', what: 'it is no list of files' });
    }
    if (kept === undefined) {
      await cache.keepOnly(manifest.files);
      if (file) await cache.put(file, bytes);
    }
    return new AssetFolder({ url: url.href, manifest }, options);
  }

  /** The manifest's line of a file; undefined where this version has no such file. */
  entry(path: string): AssetEntry | undefined {
    return this.facts.manifest.files.find((file) => file.path === path);
  }

  /**
   * A file's bytes: those that the browser has kept, otherwise those that the server sends.
   *
   * @param file - its path, or a file of the user's own with its digest
   * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `backend-unavailable`, `aborted`
   */
  async read(file: string | CheckedFile, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const checked = typeof file === 'string' ? this.#listed(file) : file;
    const begun = this.#begun.get(checked.sha256);
    this.#begun.delete(checked.sha256);
    return begun ?? this.#read(checked, signal);
  }

  /**
   * Begins to read files that will be asked for, all at once. What comes of it, {@link read} gives, once.
   *
   * @param signal - which also ends the waiting of whoever asks
   */
  begin(paths: Iterable<string>, signal?: AbortSignal): void {
    for (const path of paths) {
      const file = this.entry(path);
      if (file === undefined) continue;
      const reading = this.#read(file, signal);
      reading.catch(() => undefined);
      this.#begun.set(file.sha256, reading);
    }
  }

  /** Waits until the browser keeps what was read, if it does. */
  async kept(): Promise<void> {
    await Promise.all(this.#keeping);
  }

  #read(checked: CheckedFile, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return timedStage(`read ${checked.path}`, () => this.#find(checked, signal));
  }

  async #find(checked: CheckedFile, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const kept = await this.#cache.get(checked);
    throwIfAborted(signal);
    if (kept !== undefined) {
      this.#count(checked.path, kept.length);
      return kept;
    }
    const { bytes } = await this.#fetch(checked, signal);
    this.#keep(this.#cache.put(checked, bytes));
    return bytes;
  }

  /**
   * The address at which a script may be run now. Its bytes were fetched and checked; as browsers run only what they
   * fetch themselves, this proves what the server sends, and not that it sends the same to the next request. Without a
   * network it is the address of the bytes that were kept, which only pages may run whose policy allows `blob:`.
   *
   * @throws {FaceVerifyError} as {@link read}
   */
  async scriptUrl(path: string, signal?: AbortSignal): Promise<string> {
    const entry = this.#listed(path);
    const url = this.urlOf(path);
    try {
      const { status, contentType, bytes } = await this.#fetch(entry, signal);
      if (isScriptType(contentType)) {
        // For times without a network.
        this.#keep(this.#cache.add(entry, bytes));
        return url.href;
      }
      throw assetError(path, url, { failure: 'not-a-script', status, ...(contentType && { contentType }) });
    } catch (error) {
      const offline = error instanceof FaceVerifyError && error.details.failure === 'unreachable';
      const kept = offline ? await this.#cache.get(entry) : undefined;
      if (kept === undefined) throw error;
      return URL.createObjectURL(new Blob([kept], { type: 'text/javascript' }));
    }
  }

  /** Counts a file as read that is at hand already, so that progress comes to its end. */
  noteAtHand(path: string): void {
    this.#count(path, this.#listed(path).bytes);
  }

  urlOf(path: string): URL {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), this.facts.url);
  }

  /** @throws {FaceVerifyError} `asset-unavailable` */
  #listed(path: string): AssetEntry {
    const entry = this.entry(path);
    if (entry !== undefined) return entry;
    throw assetError(path, this.urlOf(path), { failure: 'unlisted' });
  }

  async #fetch(file: CheckedFile, signal?: AbortSignal) {
    const { stallLimitMs } = this.#options;
    const onBytes = (bytes: number) => this.#count(file.path, bytes);
    return fetchChecked(this.urlOf(file.path), file, { signal, onBytes, stallLimitMs });
  }

  #keep(keeping: Promise<void>): void {
    this.#keeping.add(keeping);
    void keeping.finally(() => this.#keeping.delete(keeping));
  }

  #count(path: string, bytes: number): void {
    this.#bytesRead.set(path, bytes);
    this.#options.onBytes?.([...this.#bytesRead.values()].reduce((sum, read) => sum + read, 0));
  }
}

async function fetchManifest(
  url: URL,
  file: CheckedFile | undefined,
  options: { readonly signal: AbortSignal | undefined; readonly stallLimitMs: number | undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  if (file !== undefined) return (await fetchChecked(url, file, options)).bytes;
  try {
    return (await download(url, { ...options, maxBytes: MAX_TEXT_BYTES, cache: 'no-cache' })).bytes;
  } catch (error) {
    throw error instanceof DownloadError ? assetError(ASSET_PATHS.manifest, url, error.attempt) : error;
  }
}
