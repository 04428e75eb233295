import { templateCodec } from '@face-verify/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CONSENT, entry, flipped, READER, VaultForTests } from '../../testing/vault-for-tests.ts';
import type { Vault } from './vault.ts';

let kept: VaultForTests;
let vault: Vault;

beforeEach(() => {
  kept = new VaultForTests();
  vault = kept.vault;
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await kept.delete();
});

describe('what lies on the disk', () => {
  test('has neither numbers of a template nor names nor consent in clear', async () => {
    const stored = entry('ada-lovelace-1815');
    await vault.store(stored);
    const bytes = await kept.raw(async (database) => {
      const all = [
        await database.getAll('records'),
        await database.getAllKeys('records'),
        await database.getAllKeys('keys'),
      ];
      return allBytes(all);
    });
    const secrets = [stored.id, stored.template.embedding.contract, ...Object.values(CONSENT).map(String)];
    for (const secret of secrets) expect(bytes.includes(secret), secret).toBe(false);
    const { vector } = stored.template.embedding;
    const base64 = templateCodec.encodeText(stored.template);
    for (let at = 0; at + 12 <= base64.length; at++) expect(bytes.includes(base64.slice(at, at + 12))).toBe(false);
    for (const value of vector)
      expect(bytes.includes(latin1(new Uint8Array(Float32Array.of(value).buffer)))).toBe(false);
  });

  test('has keys that no script can read', async () => {
    await vault.store(entry('ada'));
    const keys = await kept.raw((database) => database.get('keys', 'current'));
    for (const key of [keys.sealing, keys.naming]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  test('is different each time', async () => {
    await vault.store(entry('ada'));
    const [first] = await kept.rawRecords();
    await vault.store(entry('ada'));
    const [second] = await kept.rawRecords();
    expect(second.name).toBe(first.name);
    expect(second.iv).not.toEqual(first.iv);
    expect(latin1(new Uint8Array(second.sealed))).not.toBe(latin1(new Uint8Array(first.sealed)));
  });

  test('cannot be read once all was deleted, even where its records come back', async () => {
    await vault.store(entry('ada'));
    const [record] = await kept.rawRecords();
    await vault.deleteAll();
    expect(await kept.rawRecords()).toEqual([]);
    expect(await kept.raw((database) => database.getAll('keys'))).toEqual([]);
    await vault.store(entry('bruno'));
    await kept.raw((database) => database.put('records', record));
    expect(await kept.outcomeOf('ada')).toBe('absent');
    expect(await vault.list()).toMatchObject({ listings: [{ id: 'bruno' }], unreadable: 1 });
  });

  const swapped = (field: string) => (ada: Raw, bruno: Raw) => ({ ...ada, [field]: bruno[field] });
  test.for<[string, (ada: Raw, bruno: Raw) => Raw]>([
    ['another subject’s template', (ada, bruno) => ({ ...bruno, name: ada.name })],
    ['another subject’s sealed content', swapped('sealed')],
    ['another initialisation vector', swapped('iv')],
    ['a longer time', (ada) => ({ ...ada, expiresAtMs: ada.expiresAtMs + 1 })],
    ['another time of storing', (ada) => ({ ...ada, storedAtMs: ada.storedAtMs - 1 })],
    ['no time', ({ expiresAtMs: _, ...ada }) => ada],
    ['one bit changed', (ada) => ({ ...ada, sealed: flipped(ada.sealed) })],
    ['its end cut off', (ada) => ({ ...ada, sealed: ada.sealed.slice(0, -1) })],
    ['nothing in it', ({ name }) => ({ name })],
    ['text in it', ({ name }) => ({ name, iv: 'x', sealed: 'x' })],
  ])('is corrupt with %s: never read, still listed and deleted', async ([, change]) => {
    await vault.store(entry('ada'));
    await vault.store(entry('bruno'));
    const records = await kept.rawRecords();
    await vault.delete('bruno');
    const [ada] = await kept.rawRecords();
    const bruno = records.find((record) => record.name !== ada.name);
    await kept.raw((database) => database.put('records', change(ada, bruno)));
    await expect(vault.read('ada', READER)).rejects.toMatchObject({ code: 'record-corrupt', cause: undefined });
    expect(await vault.list()).toEqual({ listings: [], unreadable: 1 });
    expect(await vault.export()).toMatchObject({ exported: 0, unreadable: 1 });
    expect(await vault.deleteUnreadable()).toBe(1);
    expect(await kept.outcomeOf('ada')).toBe('absent');
  });

  test('is replaced where the keys were damaged', async () => {
    await vault.store(entry('ada'));
    await kept.raw((database) => database.put('keys', { id: 'x', sealing: 'x' }, 'current'));
    expect(await kept.outcomeOf('ada')).toBe('absent');
    expect(await vault.delete('ada')).toBe(false);
    await vault.store(entry('ada'));
    expect(await kept.outcomeOf('ada')).toBe('found');
    expect(await vault.deleteUnreadable()).toBe(1);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: damaged records have no type.
type Raw = any;

/** Every text and every byte in a value, one character for each byte. */
function allBytes(value: unknown): string {
  if (value instanceof ArrayBuffer) return latin1(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) return latin1(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map((pair) => pair.map(allBytes))
      .join('|');
  return String(value);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
