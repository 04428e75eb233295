import { drawnContract } from '@face-verify/testkit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drawnTemplate } from '../../testing/drawn-template.ts';
import { openSmallStorage } from '../../testing/small-storage.ts';
import { CONSENT, DAY_MS, entry, flipped, READER, VaultForTests } from '../../testing/vault-for-tests.ts';
import { createVault } from './create-vault.ts';
import type { Vault, VaultEntry } from './vault.ts';

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

describe('a vault', () => {
  test('gives a template back the same to the bit, with its consent, also after a reload', async () => {
    const stored = entry('ada');
    await vault.store(stored);
    const reading = await kept.openAgain().read('ada', READER);
    expect(reading).toMatchObject({
      outcome: 'found',
      template: stored.template,
      listing: { id: 'ada', consent: CONSENT },
    });
    expect(await kept.outcomeOf('bruno')).toBe('absent');
  });

  test('keeps the last of a subject, and deletes one', async () => {
    await vault.store(entry('ada'));
    await vault.store(entry('ada', { template: drawnTemplate(7) }));
    await vault.store(entry('bruno'));
    expect(await vault.read('ada', READER)).toMatchObject({ template: drawnTemplate(7) });
    expect(await vault.delete('ada')).toBe(true);
    expect(await vault.delete('ada')).toBe(false);
    expect(await kept.outcomeOf('ada')).toBe('absent');
    expect(await kept.outcomeOf('bruno')).toBe('found');
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
    expect(await kept.outcomeOf('a\udc00')).toBe('absent');
    expect(await kept.outcomeOf('a\ud800')).toBe('found');
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
    expect(await kept.outcomeOf('ada')).toBe('expired');
    expect(await vault.sweep()).toBe(1);
    vi.setSystemTime(before);
    expect(await kept.outcomeOf('ada')).toBe('absent');
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

describe('two tabs', () => {
  test('that begin at once have the same keys', async () => {
    const other = kept.openAgain();
    await Promise.all([vault.store(entry('ada')), other.store(entry('bruno'))]);
    for (const id of ['ada', 'bruno'])
      expect([await kept.outcomeOf(id), await kept.outcomeOf(id, other)]).toEqual(['found', 'found']);
  });

  test('of which one deletes all while the other stores leave nothing unreadable', async () => {
    const other = kept.openAgain();
    await vault.store(entry('ada'));
    await Promise.all([vault.store(entry('bruno')), other.deleteAll(), vault.store(entry('carol')), other.deleteAll()]);
    expect((await vault.list()).unreadable).toBe(0);
    await vault.store(entry('ada'));
    expect(await kept.outcomeOf('ada', other)).toBe('found');
  });
});

describe('a template that another tab stores', () => {
  test('while the one before is found to be over stays', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await vault.store(entry('ada', { expiresAtMs: Date.now() + 3 * DAY_MS }));
    const [anew] = await kept.rawRecords();
    await vault.store(entry('ada', { expiresAtMs: Date.now() + DAY_MS }));
    vi.setSystemTime(Date.now() + DAY_MS);
    const get = IDBObjectStore.prototype.get;
    const other = await kept.open();
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      const request = get.call(this, key);
      if (this.name === 'records') other.put('records', anew);
      return request;
    });
    expect(await kept.outcomeOf('ada')).toBe('expired');
    vi.restoreAllMocks();
    other.close();
    expect(await kept.outcomeOf('ada')).toBe('found');
  });

  test('while the one before is found to be unreadable stays', async () => {
    await vault.store(entry('ada'));
    const [{ sealed, ...rest }] = await kept.rawRecords();
    await kept.raw((database) => database.put('records', { ...rest, sealed: flipped(sealed) }));
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'decrypt').mockImplementationOnce(async (...given) => {
      await kept.openAgain().store(entry('ada'));
      return decrypt(...given);
    });
    expect(await vault.deleteUnreadable()).toBe(0);
    expect(await kept.outcomeOf('ada')).toBe('found');
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
    expect(await kept.outcomeOf('subject-0')).toBe('found');
    await vault.deleteAll();
    expect(await kept.outcomeOf('subject-0')).toBe('absent');
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
