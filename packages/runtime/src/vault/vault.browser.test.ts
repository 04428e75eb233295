import { templateCodec } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drawnTemplate } from '../../testing/drawn-template.ts';
import { openSmallStorage } from '../../testing/small-storage.ts';
import type { Consent } from './consent.ts';
import { createVault } from './create-vault.ts';
import type { Vault, VaultEntry } from './vault.ts';

const READER = { contract: drawnContract() };
const DAY_MS = 24 * 3_600_000;
const CONSENT: Consent = {
  givenBy: 'Ada Lovelace',
  textVersion: '2026-11 en',
  purpose: 'opening the door of the laboratory',
  givenAtMs: 1_700_000_000_000,
};
/** An export that is fine. */
const OPEN = '{"format":"face-verify-vault","version":1,"templates":[]}';
const PASSPHRASE = 'correct horse battery staple';

let name: string;
let vault: Vault;

beforeEach(() => {
  name = crypto.randomUUID();
  vault = createVault({ name });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await deleteDB(`${name}-vault`);
});

function entry(id: string, changes: Partial<VaultEntry> = {}): VaultEntry {
  return { id, template: drawnTemplate(id.length), consent: CONSENT, expiresAtMs: Date.now() + DAY_MS, ...changes };
}

/** What lies in the database, behind the vault's back. */
async function raw<Result>(work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<Result>): Promise<Result> {
  const database = await openDB(`${name}-vault`);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

const rawRecords = () => raw((database) => database.getAll('records'));
const outcomeOf = async (id: string, from = vault) => (await from.read(id, READER)).outcome;

describe('a vault', () => {
  test('gives a template back the same to the bit, with its consent, also after a reload', async () => {
    const stored = entry('ada');
    await vault.store(stored);
    const reading = await createVault({ name }).read('ada', READER);
    expect(reading).toMatchObject({
      outcome: 'found',
      template: stored.template,
      listing: { id: 'ada', consent: CONSENT },
    });
    expect(await outcomeOf('bruno')).toBe('absent');
  });

  test('keeps the last of a subject, and deletes one', async () => {
    await vault.store(entry('ada'));
    await vault.store(entry('ada', { template: drawnTemplate(7) }));
    await vault.store(entry('bruno'));
    expect(await vault.read('ada', READER)).toMatchObject({ template: drawnTemplate(7) });
    expect(await vault.delete('ada')).toBe(true);
    expect(await vault.delete('ada')).toBe(false);
    expect(await outcomeOf('ada')).toBe('absent');
    expect(await outcomeOf('bruno')).toBe('found');
  });

  test('stores what was handed over at the call', async () => {
    const template = drawnTemplate(3);
    const storing = vault.store(entry('ada', { template }));
    template.embedding.vector.fill(0.5);
    await storing;
    expect(await vault.read('ada', READER)).toMatchObject({ template: drawnTemplate(3) });
  });

  test('asks to enrol again where another model made the template', async () => {
    await vault.store(entry('ada', { template: drawnTemplate(1, 'former') }));
    const reading = await vault.read('ada', READER);
    expect(reading).toMatchObject({ outcome: 'enrol-again', listing: { contract: drawnContract('former') } });
    expect(reading).not.toHaveProperty('template');
  });

  test.for<[string, object]>([
    ['no consent', { consent: undefined }],
    ['a consent of nobody', { consent: { ...CONSENT, givenBy: ' ' } }],
    ['a consent to no text', { consent: { ...CONSENT, textVersion: '' } }],
    ['a consent to nothing', { consent: { ...CONSENT, purpose: undefined } }],
    ['a consent of no time', { consent: { ...CONSENT, givenAtMs: Number.NaN } }],
    ['a consent with more than belongs into it', { consent: { ...CONSENT, photograph: 'x' } }],
    ['no time to keep it', { expiresAtMs: undefined }],
    ['a time that is over', { expiresAtMs: 1 }],
    ['a time without end', { expiresAtMs: Number.POSITIVE_INFINITY }],
    ['something else', { photograph: 'x' }],
  ])('stores nothing with %s', async ([, changes]) => {
    const storing = vault.store({ ...entry('ada'), ...changes } as VaultEntry);
    await expect(storing).rejects.toMatchObject({ code: 'option-invalid' });
    expect(await vault.list()).toEqual({ listings: [], unreadable: 0 });
  });

  test('stores nothing without an id', async () => {
    for (const id of ['', 'x'.repeat(1025), undefined, 7] as string[]) {
      await expect(vault.store({ ...entry('ada'), id })).rejects.toMatchObject({ code: 'id-invalid' });
      for (const call of [vault.read(id, READER), vault.delete(id)]) {
        await expect(call).rejects.toMatchObject({ code: 'id-invalid' });
      }
    }
  });

  test('tells ids apart that differ in half a character', async () => {
    await vault.store(entry('a\ud800'));
    expect(await outcomeOf('a\udc00')).toBe('absent');
    expect(await outcomeOf('a\ud800')).toBe('found');
  });

  test('makes a gallery of all that can be compared', async () => {
    for (const id of ['ada', 'bruno', 'carol-m']) await vault.store(entry(id));
    await vault.store(entry('former', { template: drawnTemplate(1, 'former') }));
    const { gallery, enrolAgain, unreadable } = await vault.gallery(READER);
    expect([...gallery].map(([id]) => id)).toEqual(['ada', 'bruno', 'carol-m']);
    expect(gallery.get('ada')).toEqual(entry('ada').template.embedding);
    expect({ enrolAgain, unreadable }).toEqual({ enrolAgain: ['former'], unreadable: 0 });
    await expect(vault.gallery({} as never)).rejects.toMatchObject({ code: 'option-invalid' });
  });

  test('stores no broken template', async () => {
    const template = {
      ...drawnTemplate(1),
      embedding: { ...drawnTemplate(1).embedding, vector: new Float32Array(128) },
    };
    await expect(vault.store(entry('ada', { template }))).rejects.toMatchObject({ code: 'embedding-invalid' });
  });

  test('lists what it has, without templates', async () => {
    await vault.store(entry('bruno'));
    await vault.store(entry('ada', { template: drawnTemplate(1, 'former') }));
    const { listings, unreadable } = await vault.list();
    expect(listings.map(({ id, contract }) => [id, contract])).toEqual([
      ['ada', drawnContract('former')],
      ['bruno', drawnContract()],
    ]);
    expect(listings[0]).not.toHaveProperty('template');
    expect(unreadable).toBe(0);
  });

  test('gives nothing whose time is over, and does not have it any more if the clock is turned back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await vault.store(entry('ada', { expiresAtMs: Date.now() + DAY_MS }));
    await vault.store(entry('bruno', { expiresAtMs: Date.now() + DAY_MS }));
    await vault.store(entry('carol', { expiresAtMs: Date.now() + 3 * DAY_MS }));
    const before = Date.now();
    vi.setSystemTime(before + DAY_MS);
    expect(await outcomeOf('ada')).toBe('expired');
    expect(await vault.sweep()).toBe(1);
    vi.setSystemTime(before);
    expect(await outcomeOf('ada')).toBe('absent');
    expect((await vault.list()).listings.map(({ id }) => id)).toEqual(['carol']);
  });

  test('asks for persistence only when told', async () => {
    const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true);
    await vault.store(entry('ada'));
    await vault.list();
    expect(persist).not.toHaveBeenCalled();
    expect(await vault.requestPersistence()).toBe(true);
    vi.stubGlobal('navigator', {});
    expect(await vault.requestPersistence()).toBe(false);
  });

  test('refuses options that it does not have', () => {
    expect(() => createVault({ nmae: 'x' } as object)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
    expect(() => createVault({ name: '' })).toThrow(expect.objectContaining({ code: 'option-invalid' }));
  });
});

describe('what lies on the disk', () => {
  test('has neither numbers of a template nor names nor consent in clear', async () => {
    const stored = entry('ada-lovelace-1815');
    await vault.store(stored);
    const bytes = await raw(async (database) => {
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
    const keys = await raw((database) => database.get('keys', 'current'));
    for (const key of [keys.sealing, keys.naming]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  test('is different each time', async () => {
    await vault.store(entry('ada'));
    const [first] = await rawRecords();
    await vault.store(entry('ada'));
    const [second] = await rawRecords();
    expect(second.name).toBe(first.name);
    expect(second.iv).not.toEqual(first.iv);
    expect(latin1(new Uint8Array(second.sealed))).not.toBe(latin1(new Uint8Array(first.sealed)));
  });

  test('cannot be read once all was deleted, even where its records come back', async () => {
    await vault.store(entry('ada'));
    const [record] = await rawRecords();
    await vault.deleteAll();
    expect(await rawRecords()).toEqual([]);
    expect(await raw((database) => database.getAll('keys'))).toEqual([]);
    await vault.store(entry('bruno'));
    await raw((database) => database.put('records', record));
    expect(await outcomeOf('ada')).toBe('absent');
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
    const records = await rawRecords();
    await vault.delete('bruno');
    const [ada] = await rawRecords();
    const bruno = records.find((record) => record.name !== ada.name);
    await raw((database) => database.put('records', change(ada, bruno)));
    await expect(vault.read('ada', READER)).rejects.toMatchObject({ code: 'record-corrupt', cause: undefined });
    expect(await vault.list()).toEqual({ listings: [], unreadable: 1 });
    expect(await vault.export()).toMatchObject({ exported: 0, unreadable: 1 });
    expect(await vault.deleteUnreadable()).toBe(1);
    expect(await outcomeOf('ada')).toBe('absent');
  });

  test('is replaced where the keys were damaged', async () => {
    await vault.store(entry('ada'));
    await raw((database) => database.put('keys', { id: 'x', sealing: 'x' }, 'current'));
    expect(await outcomeOf('ada')).toBe('absent');
    expect(await vault.delete('ada')).toBe(false);
    await vault.store(entry('ada'));
    expect(await outcomeOf('ada')).toBe('found');
    expect(await vault.deleteUnreadable()).toBe(1);
  });
});

describe('two tabs', () => {
  test('that begin at once have the same keys', async () => {
    const other = createVault({ name });
    await Promise.all([vault.store(entry('ada')), other.store(entry('bruno'))]);
    for (const id of ['ada', 'bruno'])
      expect([await outcomeOf(id), await outcomeOf(id, other)]).toEqual(['found', 'found']);
  });

  test('of which one deletes all while the other stores leave nothing unreadable', async () => {
    const other = createVault({ name });
    await vault.store(entry('ada'));
    await Promise.all([vault.store(entry('bruno')), other.deleteAll(), vault.store(entry('carol')), other.deleteAll()]);
    expect((await vault.list()).unreadable).toBe(0);
    await vault.store(entry('ada'));
    expect(await outcomeOf('ada', other)).toBe('found');
  });
});

describe('a template that another tab stores', () => {
  test('while the one before is found to be over stays', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await vault.store(entry('ada', { expiresAtMs: Date.now() + 3 * DAY_MS }));
    const [anew] = await rawRecords();
    await vault.store(entry('ada', { expiresAtMs: Date.now() + DAY_MS }));
    vi.setSystemTime(Date.now() + DAY_MS);
    const get = IDBObjectStore.prototype.get;
    const other = await openDB(`${name}-vault`);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      const request = get.call(this, key);
      if (this.name === 'records') other.put('records', anew);
      return request;
    });
    expect(await outcomeOf('ada')).toBe('expired');
    vi.restoreAllMocks();
    other.close();
    expect(await outcomeOf('ada')).toBe('found');
  });

  test('while the one before is found to be unreadable stays', async () => {
    await vault.store(entry('ada'));
    const [{ sealed, ...rest }] = await rawRecords();
    await raw((database) => database.put('records', { ...rest, sealed: flipped(sealed) }));
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'decrypt').mockImplementationOnce(async (...given) => {
      await createVault({ name }).store(entry('ada'));
      return decrypt(...given);
    });
    expect(await vault.deleteUnreadable()).toBe(0);
    expect(await outcomeOf('ada')).toBe('found');
  });
});

describe('storage that fails', () => {
  test('says that it is full, and keeps what was there', async () => {
    const small = await openSmallStorage(150_000);
    vi.stubGlobal('indexedDB', small.indexedDB);
    const consent = { ...CONSENT, purpose: 'p'.repeat(30_000) };
    const fill = async () => {
      for (let i = 0; i < 20; i++) await vault.store(entry(`subject-${i}`, { consent }));
    };
    await expect(fill()).rejects.toMatchObject({ code: 'storage-full' });
    expect(await outcomeOf('subject-0')).toBe('found');
    await vault.deleteAll();
    expect(await outcomeOf('subject-0')).toBe('absent');
    await small.delete();
  });

  test.for(['indexedDB', 'crypto'])('says that there is no %s', async (missing) => {
    vi.stubGlobal(missing, undefined);
    const unavailable = { code: 'storage-unavailable', details: { reason: 'missing' } };
    await expect(vault.store(entry('ada'))).rejects.toMatchObject(unavailable);
    await expect(vault.read('ada', READER)).rejects.toMatchObject(unavailable);
    vi.unstubAllGlobals();
  });

  test('says that keys are not kept here, as in some private windows', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The object could not be cloned.', 'DataCloneError');
    });
    const unkept = { code: 'storage-unavailable', details: { reason: 'keys-not-kept' } };
    await expect(vault.store(entry('ada'))).rejects.toMatchObject(unkept);
  });
});

describe('an export', () => {
  test.for([undefined, PASSPHRASE])('comes back the same in another vault (passphrase: %s)', async (passphrase) => {
    const options = passphrase === undefined ? {} : { passphrase };
    await vault.store(entry('ada'));
    await vault.store(entry('bruno'));
    const { text, exported, unreadable } = await vault.export(options);
    expect({ exported, unreadable }).toEqual({ exported: 2, unreadable: 0 });
    const before = [await vault.read('ada', READER), await vault.read('bruno', READER)];
    await vault.deleteAll();
    expect(await vault.import(text, options)).toEqual({ imported: 2, expired: 0, older: 0 });
    expect([await vault.read('ada', READER), await vault.read('bruno', READER)]).toEqual(before);
    expect(text.includes('bruno')).toBe(passphrase === undefined);
  });

  test('is of those that are asked for', async () => {
    await vault.store(entry('ada'));
    await vault.store(entry('bruno'));
    const { text, exported } = await vault.export({ ids: ['ada', 'carol'] });
    expect(exported).toBe(1);
    expect(JSON.parse(text)).toMatchObject({ format: 'face-verify-vault', version: 1, templates: [{ id: 'ada' }] });
  });

  test('takes a passphrase however its letters are written', async () => {
    await vault.store(entry('ada'));
    const { text } = await vault.export({ passphrase: 'fünfzehn Zeichen'.normalize('NFD') });
    expect(await vault.import(text, { passphrase: 'fünfzehn Zeichen'.normalize('NFC') })).toMatchObject({ older: 1 });
  });

  test('leaves out what is over, and what the vault has anew', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await vault.store(entry('ada'));
    await vault.store(entry('bruno', { expiresAtMs: Date.now() + 10 * DAY_MS }));
    await vault.store(entry('carol', { expiresAtMs: Date.now() + 10 * DAY_MS }));
    const { text } = await vault.export();
    vi.setSystemTime(Date.now() + DAY_MS);
    await vault.store(entry('bruno', { template: drawnTemplate(9) }));
    await vault.delete('carol');
    expect(await vault.import(text)).toEqual({ imported: 1, expired: 1, older: 1 });
    expect(await vault.read('bruno', READER)).toMatchObject({ template: drawnTemplate(9) });
    expect(await outcomeOf('carol')).toBe('found');
  });

  test('repairs what was damaged since, and only that', async () => {
    await vault.store(entry('ada'));
    await vault.store(entry('bruno'));
    const { text } = await vault.export();
    const [damaged] = await rawRecords();
    await raw((database) => database.put('records', { ...damaged, sealed: flipped(damaged.sealed) }));
    expect(await vault.import(text)).toEqual({ imported: 1, expired: 0, older: 1 });
    expect([await outcomeOf('ada'), await outcomeOf('bruno')]).toEqual(['found', 'found']);
  });

  test('is stored whole or not at all', async () => {
    await vault.store(entry('ada'));
    await vault.store(entry('bruno'));
    const contents = JSON.parse((await vault.export()).text);
    contents.templates[1].consent.purpose = '';
    await vault.deleteAll();
    await expect(vault.import(JSON.stringify(contents))).rejects.toMatchObject({ code: 'export-unreadable' });
    expect((await vault.list()).listings).toEqual([]);
  });

  test.for<[string, (text: string) => string, string | undefined]>([
    ['with another passphrase', (text) => text, `${PASSPHRASE}!`],
    ['without its passphrase', (text) => text, undefined],
    ['that was changed', (text) => `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`, PASSPHRASE],
    ['that lies open, where a passphrase is named,', () => OPEN, PASSPHRASE],
    ['that was cut off', (text) => text.slice(0, -30), PASSPHRASE],
    ['that asks for hours of computing', withIterations(4_000_000_000), PASSPHRASE],
    ['that is empty', () => '', PASSPHRASE],
    ['that is something else', () => '{"format":"other","version":1,"templates":[]}', undefined],
    ['of a later version', () => '{"format":"face-verify-vault","version":2,"templates":[]}', undefined],
    ['with a broken template', () => withTemplate('RlZUMQ=='), undefined],
    ['without a list', () => '{"format":"face-verify-vault","version":1}', undefined],
  ])('%s is refused', async ([, change, passphrase]) => {
    await vault.store(entry('ada'));
    const { text } = await vault.export({ passphrase: PASSPHRASE });
    const importing = vault.import(change(text), passphrase === undefined ? {} : { passphrase });
    await expect(importing).rejects.toMatchObject({ code: 'export-unreadable', cause: undefined });
  });

  test.for(['', 'fourteen chars', 7])('is not locked by %s', async (passphrase) => {
    const exporting = vault.export({ passphrase: passphrase as string });
    await expect(exporting).rejects.toMatchObject({ code: 'option-invalid' });
  });
});

// biome-ignore lint/suspicious/noExplicitAny: damaged records have no type.
type Raw = any;

function flipped(sealed: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(sealed.slice(0));
  bytes[5] = (bytes[5] as number) ^ 1;
  return bytes.buffer;
}

function withIterations(p2c: number): (text: string) => string {
  return (text) => {
    const [header = '', ...rest] = text.split('.');
    const changed = { ...JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/'))), p2c };
    return [btoa(JSON.stringify(changed)).replaceAll('=', ''), ...rest].join('.');
  };
}

function withTemplate(template: string): string {
  const row = { id: 'ada', consent: CONSENT, template, storedAtMs: 1, expiresAtMs: 8e12 };
  return JSON.stringify({ format: 'face-verify-vault', version: 1, templates: [row] });
}

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
