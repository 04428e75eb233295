import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drawnTemplate } from '../../testing/drawn-template.ts';
import { CONSENT, DAY_MS, entry, flipped, READER, VaultForTests } from '../../testing/vault-for-tests.ts';
import type { Vault } from './vault.ts';

/** An export that is fine. */
const OPEN = '{"format":"face-verify-vault","version":1,"templates":[]}';
const PASSPHRASE = 'correct horse battery staple';

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
    expect(await kept.outcomeOf('carol')).toBe('found');
  });

  test('repairs what was damaged since, and only that', async () => {
    await vault.store(entry('ada'));
    await vault.store(entry('bruno'));
    const { text } = await vault.export();
    const [damaged] = await kept.rawRecords();
    await kept.raw((database) => database.put('records', { ...damaged, sealed: flipped(damaged.sealed) }));
    expect(await vault.import(text)).toEqual({ imported: 1, expired: 0, older: 1 });
    expect([await kept.outcomeOf('ada'), await kept.outcomeOf('bruno')]).toEqual(['found', 'found']);
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
