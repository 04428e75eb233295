import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AssetFolder } from './asset-folder.ts';
import { compileWasm } from './compile-wasm.ts';
import type { CheckedFile } from './fetch-checked.ts';
import { importScript } from './import-script.ts';
import { sha256 } from './sha256.ts';

/** A number that no earlier test had: what servers fail once at. */
let fresh = Date.now();

const folderOf = (fault: string) => new URL(`/faulty/${fault}/`, location.href);
const open = (fault: string, options = {}) => AssetFolder.open(folderOf(fault), undefined, undefined, options);
const right = async (path: string) => new Uint8Array(await (await fetch(`/faulty/none/${path}`)).arrayBuffer());

/** Addresses that were fetched, below their folder. */
function spyOnRequests(): () => readonly string[] {
  const spy = vi.spyOn(globalThis, 'fetch');
  return () => spy.mock.calls.map(([url]) => String(url).replace(/^.*\/faulty\/[^/]+\/(\d+\/)?/, ''));
}

beforeEach(() => caches.delete('face-verify'));
afterEach(() => vi.restoreAllMocks());

describe('a file of the assets folder', () => {
  test('is its bytes', async () => {
    expect(await (await open('none')).read('a.bin')).toEqual(await right('a.bin'));
  });

  test.for(['cut-off', 'page', 'shortened', 'silent', 'tampered', 'unavailable'])(
    'that a server sent %s is asked for again, past what the browser kept',
    async (fault) => {
      fresh += 1;
      const assets = await open(`${fault}-once/${fresh}`, { stallLimitMs: 300 });
      expect(await assets.read('a.bin')).toEqual(await right('a.bin'));
    },
  );

  test.for([
    ['cut-off', 'asset-unavailable', /cut off/],
    ['page', 'asset-unavailable', /a page instead.*text\/html/],
    ['silent', 'asset-unavailable', /nothing more came for 0\.3 s/],
    ['unavailable', 'asset-unavailable', /503/],
    ['shortened', 'asset-corrupt', /100000 bytes of 200000/],
    ['tampered', 'asset-corrupt', /not the file of this version/],
  ] as const)(
    'that a server always sends %s is %s, with the address and what to do',
    async ([fault, code, message]) => {
      // Short only where it is waited for: a busy machine takes longer than that to send a file.
      const assets = await open(fault, fault === 'silent' ? { stallLimitMs: 300 } : {});
      const error: unknown = await assets.read('a.bin').catch((reason: unknown) => reason);
      const url = new URL('a.bin', folderOf(fault)).href;
      expect(error).toMatchObject({ code, message: expect.stringMatching(message), details: { file: 'a.bin', url } });
      expect(error).toHaveProperty('message', expect.stringContaining(url));
    },
  );

  test('that comes slowly is waited for, as long as it comes', async () => {
    const assets = await open('slow', { stallLimitMs: 300 });
    expect(await assets.read('a.bin')).toEqual(await right('a.bin'));
  });

  test('that is longer than it should be is not read to its end', async () => {
    const assets = await open('none');
    const { sha256: digest } = assets.entry('b.bin') ?? { sha256: '' };
    await expect(assets.read({ path: 'a.bin', bytes: 3, sha256: digest })).rejects.toMatchObject({
      code: 'asset-corrupt',
      message: expect.stringContaining('longer than the 3 bytes'),
    });
  });

  test('that is not there, or that no server answers for, is asset-unavailable', async () => {
    const assets = await open('none');
    const expectFailure = (file: string | CheckedFile, failure: string) =>
      expect(assets.read(file)).rejects.toMatchObject({ code: 'asset-unavailable', details: { failure } });
    await expectFailure('c.bin', 'unlisted');
    await expectFailure({ path: 'c.bin', sha256: '0'.repeat(64) }, 'refused-by-server');
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    await expectFailure('a.bin', 'unreachable');
  });

  test('counts what was read of it while it arrives, whether it is kept or fetched', async () => {
    for (const where of ['the server', 'the cache']) {
      const counts: number[] = [];
      const assets = await open('none', { onBytes: (bytes: number) => counts.push(bytes) });
      await assets.read('a.bin');
      await assets.read('b.bin');
      expect(counts.at(-1), where).toBe(200_003);
      expect(counts, where).toEqual(counts.toSorted((a, b) => a - b));
    }
  });

  test('that was begun to be read is fetched once, with whatever else was begun', async () => {
    const assets = await open('none');
    const requests = spyOnRequests();
    assets.begin(['a.bin', 'b.bin', 'c.bin']);
    expect(await assets.read('b.bin')).toEqual(Uint8Array.of(1, 2, 3));
    expect(await assets.read('a.bin')).toHaveLength(200_000);
    expect(requests().toSorted()).toEqual(['a.bin', 'b.bin']);
  });

  test('that was begun and is not right is told of to whoever reads it', async () => {
    const assets = await open('tampered');
    assets.begin(['a.bin']);
    await expect(assets.read('a.bin')).rejects.toMatchObject({ code: 'asset-corrupt' });
  });

  test('can be given up while it comes', async () => {
    const abort = new AbortController();
    const onBytes = () => abort.abort();
    const assets = await open('silent', { onBytes });
    await expect(assets.read('a.bin', abort.signal)).rejects.toMatchObject({ code: 'aborted' });
    await expect((await open('none')).read('a.bin', AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('what was read', () => {
  test('is not fetched again, also by another folder of the same files', async () => {
    const folder = await open('none');
    const bytes = await folder.read('a.bin');
    await folder.kept();
    const requests = spyOnRequests();
    expect(await (await open('tampered')).read('a.bin')).toEqual(bytes);
    expect(requests()).toEqual(['manifest.json']);
  });

  test('is fetched again where what was kept has changed', async () => {
    const folder = await open('none');
    await folder.read('b.bin');
    await folder.kept();
    const cache = await caches.open('face-verify');
    for (const key of await cache.keys()) await cache.put(key, new Response(Uint8Array.of(3, 2, 1)));
    expect(await (await open('none')).read('b.bin')).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('makes room for the next version, and a model of the user’s own stays', async () => {
    const assets = await open('none');
    for (const path of ['a.bin', 'b.bin']) await assets.read(path);
    await assets.kept();
    const cache = await caches.open('face-verify');
    const keys = (await cache.keys()).map(({ url }) => url);
    const old = keys.map((url) => url.replace(/\?.*/, `?${'0'.repeat(64)}`));
    const gone = new URL('gone.js?12', keys[0]).href;
    const own = new URL('models/mine/weights.bin?12', keys[0]).href;
    for (const url of [...old, gone, own]) await cache.put(url, new Response(''));
    await open('none');
    expect((await cache.keys()).map(({ url }) => url).sort()).toEqual([...keys, own].sort());
  });

  test('is not kept where the browser keeps nothing, and that is no error', async () => {
    const refused = () => Promise.reject(new DOMException('No room.', 'QuotaExceededError'));
    for (const method of ['put', 'match', 'keys'] as const) {
      vi.spyOn(Cache.prototype, method).mockImplementation(refused);
      expect(await (await open('none')).read('b.bin')).toEqual(Uint8Array.of(1, 2, 3));
      vi.restoreAllMocks();
    }
    vi.spyOn(CacheStorage.prototype, 'open').mockImplementation(refused);
    expect(await (await open('none')).read('b.bin')).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('a folder whose manifest is known', () => {
  const digest = async () => sha256(await right('manifest.json'));

  test('is opened by it, and the next time without a request', async () => {
    const assets = await AssetFolder.open(folderOf('none'), await digest());
    expect(assets.facts.manifest.version).toBe('1.2.3');
    await assets.read('b.bin');
    const sum = await digest();
    const requests = spyOnRequests();
    const again = await AssetFolder.open(folderOf('none'), sum);
    expect(await again.read('b.bin')).toEqual(Uint8Array.of(1, 2, 3));
    expect(requests()).toEqual([]);
  });

  test('of another build is asset-corrupt, and says of which version the folder is', async () => {
    await expect(AssetFolder.open(folderOf('none'), '0'.repeat(64))).rejects.toMatchObject({
      code: 'asset-corrupt',
      message: expect.stringMatching(/version 1\.2\.3.*npx face-verify assets/),
    });
  });

  test('is asset-unavailable where there is none', async () => {
    for (const sum of [undefined, await digest()]) {
      const opening = AssetFolder.open(new URL('/drawn/models/', location.href), sum);
      await expect(opening).rejects.toMatchObject({ code: 'asset-unavailable', details: { status: 404 } });
    }
  });
});

describe('a script', () => {
  test('runs once its bytes were checked', async () => {
    expect(await importScript(await open('none'), 'module.js')).toMatchObject({ default: 'it runs' });
    await expect(importScript(await open('tampered'), 'module.js')).rejects.toMatchObject({ code: 'asset-corrupt' });
  });

  test('is checked anew each time, whatever the browser keeps', async () => {
    await importScript(await open('none'), 'module.js');
    await expect(importScript(await open('tampered'), 'module.js')).rejects.toMatchObject({ code: 'asset-corrupt' });
  });

  /** The script is among what the browser keeps, which nobody waits for. */
  const isKept = () =>
    vi.waitFor(async () => expect(await (await caches.open('face-verify')).keys()).not.toHaveLength(0));

  test('is kept once, and runs before it is', async () => {
    const put = vi.spyOn(Cache.prototype, 'put').mockReturnValueOnce(new Promise(() => {}));
    await importScript(await open('none'), 'module.js');
    await vi.waitFor(() => expect(put).toHaveBeenCalledTimes(1));
    await importScript(await open('none'), 'module.js');
    await isKept();
    const match = vi.spyOn(Cache.prototype, 'match');
    await importScript(await open('none'), 'module.js');
    await vi.waitFor(() => expect(match).toHaveBeenCalled());
    expect(await match.mock.results[0]?.value).toBeInstanceOf(Response);
    expect(put).toHaveBeenCalledTimes(2);
  });

  test('runs from what the browser keeps where there is no network', async () => {
    const assets = await open('none');
    await importScript(assets, 'module.js');
    await isKept();
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await importScript(assets, 'module.js')).toMatchObject({ default: 'it runs' });
  });

  test('of a type that browsers do not run is asset-unavailable, with the type', async () => {
    await expect(importScript(await open('none'), 'a.bin')).rejects.toMatchObject({
      code: 'asset-unavailable',
      message: expect.stringMatching(/application\/octet-stream.*text\/javascript/),
    });
  });
});

describe('WebAssembly', () => {
  test('is compiled from the bytes that were checked', async () => {
    expect(await compileWasm(await open('none'), 'empty.wasm')).toBeInstanceOf(WebAssembly.Module);
    await caches.delete('face-verify');
    await expect(compileWasm(await open('tampered'), 'empty.wasm')).rejects.toMatchObject({ code: 'asset-corrupt' });
  });

  test('that the browser does not compile is backend-unavailable', async () => {
    await expect(compileWasm(await open('none'), 'no-wasm.wasm')).rejects.toMatchObject({
      code: 'backend-unavailable',
    });
  });
});
