import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { drawnCheckIn, drawnCorrection, drawnPerson } from '../../testing/drawn-log.ts';
import { NOW, openStores } from '../../testing/open-stores.ts';
import { dumpIndexedDb } from '../../testing/raw-indexed-db.ts';
import type { Consent, Person } from '../domain/person.ts';
import { Database } from './database.ts';
import { untilLive } from './live.ts';

const CONSENT: Consent = {
  ...{ at: '2026-11-28T08:00:00.000Z', face: true, photographs: true, wording: 'v1' },
  givenBy: 'subject',
};
const TEMPLATE = 'TEMPLATE-OF-ANNA';

const open = openStores();

function enrolled(name: string): Person {
  const enrolment = { at: CONSENT.at, template: TEMPLATE, contract: 'c', faceCount: 3, source: 'camera' } as const;
  return drawnPerson(name, { consent: CONSENT, enrolment, number: '17', group: 'Night shift' });
}

describe('people', () => {
  it('are there again after a reload, on the same kiosk', async () => {
    const name = crypto.randomUUID();
    const first = await open(name);
    const [anna, ben] = [enrolled('Anna'), drawnPerson('Ben')];
    await first.people.save([ben, anna]);
    expect(first.people.all.current).toEqual([anna, ben]);
    await first.close();
    const second = await open(name);
    expect(second.people.all.current).toEqual([anna, ben]);
    expect(second.kiosk).toBe(first.kiosk);
  });

  it('can be changed, part by part, also to nothing', async () => {
    const store = await open();
    const anna = enrolled('Anna');
    await store.people.save([anna]);
    const { enrolment: _, ...without } = anna;
    await store.people.save([{ ...without, name: 'Anna Berg' }]);
    expect(store.people.get(anna.id)).toEqual({ ...without, name: 'Anna Berg' });
  });

  it('are stored so that nothing says who they are', async () => {
    const name = crypto.randomUUID();
    const store = await open(name);
    const anna = enrolled('Anna Unmistakable');
    await store.people.save([anna]);
    await store.people.keepPhotographs(anna.id, ['data:image/png;base64,PHOTOGRAPH']);
    const dump = await dumpIndexedDb(name);
    expect(dump).toContain(anna.id);
    for (const secret of ['Unmistakable', TEMPLATE, 'Night shift', 'PHOTOGRAPH']) expect(dump).not.toContain(secret);
  });

  it('are not saved with a template that they did not agree to, and then nobody of the list is', async () => {
    const store = await open();
    const { consent: _, ...anna } = enrolled('Anna');
    await expect(store.people.save([drawnPerson('Ben'), anna])).rejects.toMatchObject({ code: 'consent-missing' });
    const withdrawn = { ...enrolled('Anna'), consent: { ...CONSENT, face: false } };
    await expect(store.people.save([withdrawn])).rejects.toMatchObject({ code: 'consent-missing' });
    expect(store.people.all.current).toEqual([]);
  });

  it('have their photographs kept only where they agreed', async () => {
    const store = await open();
    const [anna, ben] = [enrolled('Anna'), drawnPerson('Ben')];
    await store.people.save([anna, ben]);
    await store.people.keepPhotographs(anna.id, ['data:,1', 'data:,2']);
    expect(await store.people.photographs(anna.id)).toEqual(['data:,1', 'data:,2']);
    await expect(store.people.keepPhotographs(ben.id, ['data:,3'])).rejects.toMatchObject({ code: 'consent-missing' });
    await store.people.keepPhotographs(anna.id, []);
    expect(await store.people.photographs(anna.id)).toEqual([]);
  });

  it('are told to whoever watches', async () => {
    const store = await open();
    const anna = drawnPerson('Anna');
    const seen = untilLive(store.people.all, (people) => people.length === 1);
    await store.people.save([anna]);
    expect(await seen).toEqual([anna]);
  });
});

describe('a person who is erased', () => {
  it('is gone, and so is all of it from what the browser stores', async () => {
    const name = crypto.randomUUID();
    const store = await open(name);
    const [anna, ben] = [enrolled('Anna'), enrolled('Ben')];
    await store.people.save([anna, ben]);
    await store.people.save([{ ...anna, name: 'Anna Berg' }]);
    await store.people.keepPhotographs(anna.id, [`data:,${'1'.repeat(100)}`]);
    const texts = sealedTexts(await dumpIndexedDb(name));
    await store.erase([anna.id], { records: 'keep' });
    expect(store.people.all.current).toEqual([ben]);
    expect(store.people.get(anna.id)).toBeUndefined();
    const left = sealedTexts(await dumpIndexedDb(name));
    // A key and a person of Ben's; of Anna's there were a key, a person and photographs.
    expect(texts.size).toBe(5);
    expect([...left].filter((text) => texts.has(text))).toHaveLength(2);
    expect(left.size).toBe(2);
  });

  it('is compacted at the next start where the page was closed before', async () => {
    const name = crypto.randomUUID();
    const store = await open(name);
    const anna = enrolled('Anna');
    await store.people.save([anna]);
    const compact = vi.spyOn(Database.prototype, 'compact').mockRejectedValueOnce(new Error('The page was closed.'));
    onTestFinished(() => compact.mockRestore());
    await store.erase([anna.id], { records: 'keep' });
    await store.close();
    expect(compact).toHaveBeenCalledTimes(1);
    const next = await open(name);
    await next.close();
    expect(compact).toHaveBeenCalledTimes(2);
    const last = await open(name);
    await last.close();
    expect(compact).toHaveBeenCalledTimes(2);
  });

  it('cannot be saved again, nor come back after a reload', async () => {
    const name = crypto.randomUUID();
    const store = await open(name);
    const anna = enrolled('Anna');
    await store.people.save([anna]);
    await store.erase([anna.id], { records: 'keep' });
    await expect(store.people.save([anna])).rejects.toMatchObject({ code: 'person-erased' });
    await store.close();
    const again = await open(name);
    expect(again.people.all.current).toEqual([]);
    expect([...again.people.erasedIds]).toEqual([anna.id]);
  });

  it('leaves records of somebody unknown, or none', async () => {
    const store = await open();
    const [anna, ben] = [enrolled('Anna'), enrolled('Ben')];
    await store.people.save([anna, ben]);
    const checkIns = [anna, ben].map(({ id }) => drawnCheckIn(id, '2026-11-28 08:00'));
    const [first] = checkIns as [(typeof checkIns)[0]];
    const strike = drawnCorrection(anna.id, '2026-11-28 09:00', { kind: 'strike', of: first.id }, { reason: 'SECRET' });
    await store.log.add({ checkIns, corrections: [strike] });
    await store.erase([anna.id], { records: 'keep' });
    expect(await store.log.all()).toMatchObject({ checkIns: { length: 2 }, corrections: [{ reason: '', by: '' }] });
    await store.erase([ben.id], { records: 'remove' });
    expect((await store.log.all()).checkIns.map(({ person }) => person)).toEqual([anna.id]);
  });
});

describe('settings', () => {
  it('are kept, and refused by name where they are wrong', async () => {
    const name = crypto.randomUUID();
    const store = await open(name);
    const settings = { ...store.settings.current.current, language: 'nl' };
    await store.settings.save(settings);
    await expect(store.settings.save({ ...settings, targetFmr: 2 })).rejects.toMatchObject({
      code: 'settings-invalid',
      message: expect.stringContaining('targetFmr'),
    });
    await store.close();
    expect((await open(name)).settings.current.current).toEqual(settings);
  });
});

describe('a backup', () => {
  const passphrase = 'correct horse battery staple';

  async function backedUp() {
    const store = await open();
    const [anna, ben] = [enrolled('Anna'), enrolled('Ben')];
    await store.people.save([anna, ben]);
    await store.people.keepPhotographs(anna.id, ['data:,1']);
    const checkIn = drawnCheckIn(anna.id, '2026-11-28 08:00');
    const strike = drawnCorrection(anna.id, '2026-11-28 09:00', { kind: 'strike', of: checkIn.id });
    await store.log.add({ checkIns: [checkIn], corrections: [strike] });
    await store.settings.save({ ...store.settings.current.current, language: 'nl' });
    return { store, anna, ben, file: await store.backup(passphrase) };
  }

  it('brings everything to a new device, which is then of the same organisation', async () => {
    const { store, anna, file } = await backedUp();
    const other = await open();
    const counts = { people: 2, checkIns: 1, corrections: 1, erased: 0 };
    expect(await other.restore(file, passphrase)).toEqual(counts);
    expect(other.people.all.current).toEqual(store.people.all.current);
    expect(await other.people.photographs(anna.id)).toEqual(['data:,1']);
    expect(await other.log.all()).toEqual(await store.log.all());
    await expect.poll(() => other.settings.current.current.language).toBe('nl');
    expect(await other.restore(file, passphrase)).toEqual(counts);
    expect((await other.log.all()).checkIns).toHaveLength(1);
  });

  it('does not undo what was changed or erased since', async () => {
    const { store, anna, ben, file } = await backedUp();
    await store.people.save([{ ...ben, group: 'Days' }]);
    await store.erase([anna.id], { records: 'remove' });
    expect(await store.restore(file, passphrase)).toMatchObject({ people: 1, erased: 1 });
    expect(store.people.all.current).toEqual([{ ...ben, group: 'Days' }]);
  });

  it('is nothing without its passphrase, cut off, or changed', async () => {
    const { store, file } = await backedUp();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    for (const secret of ['Anna', TEMPLATE, passphrase]) expect(text).not.toContain(secret);
    const flipped = bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte));
    const unreadable = { code: 'backup-unreadable' };
    await expect(store.restore(file, 'wrong')).rejects.toMatchObject(unreadable);
    const headers = [
      ['600000', '600001'],
      ['"version":1', '"version":1,"more":1'],
    ].map((change) => withHeader(bytes, ...(change as [string, string])));
    for (const damaged of [bytes.slice(0, -1), flipped, ...headers, '', 'hello\nthere']) {
      await expect(store.restore(new Blob([damaged]), passphrase)).rejects.toMatchObject(unreadable);
    }
  });
});

describe('a kiosk that joins another organisation', () => {
  it('shares no longer with those that it shared with, also after a reload: they would lose their keys', async () => {
    const name = crypto.randomUUID();
    const [store, other] = [await open(name), await open()];
    await store.people.save([enrolled('Anna')]);
    await store.connect(`${location.origin}/nobody-is-there`);
    const request = await store.requestToJoin();
    await store.join(request, await other.admit(request.text));
    expect(store.connection.current).toEqual({ state: 'alone' });
    expect(store.people.all.current).toMatchObject([{ name: 'Anna' }]);
    await store.close();
    const again = await open(name);
    expect(again.connection.current).toEqual({ state: 'alone' });
    expect(again.people.all.current).toMatchObject([{ name: 'Anna' }]);
  });

  it('brings somebody along who is saved at the same time', async () => {
    const [store, other] = [await open(), await open()];
    const request = await store.requestToJoin();
    const joining = store.join(request, await other.admit(request.text));
    await Promise.all([joining, ...['Anna', 'Ben', 'Zoë'].map((who) => store.people.save([drawnPerson(who)]))]);
    await store.people.save([drawnPerson('Late')]);
    expect(store.people.lockedCount.current).toBe(0);
    expect(store.people.all.current.map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Late', 'Zoë']);
  });
});

it('erases everything, and the next start finds a new device', async () => {
  const name = crypto.randomUUID();
  const store = await open(name);
  await store.people.save([enrolled('Anna')]);
  await store.log.add({ checkIns: [drawnCheckIn('anna', '2026-11-28 08:00')] });
  await store.eraseEverything({ everywhere: false });
  expect(await dumpIndexedDb(name)).toBe('');
  const again = await open(name);
  expect(again.people.all.current).toEqual([]);
  expect(again.kiosk).not.toBe(store.kiosk);
});

it('says which server it shares with, and nothing of its name and password', async () => {
  const store = await open(crypto.randomUUID());
  expect(await store.serverUrl()).toBeUndefined();
  const { host } = location;
  await store.connect(`http://kiosk:secret@${host}/nobody-is-there/`);
  expect(await store.serverUrl()).toBe(`http://${host}/nobody-is-there`);
  await store.disconnect();
  expect(await store.serverUrl()).toBeUndefined();
});

it('keeps a trail of what was done, without names', async () => {
  let now = NOW;
  const store = await open(crypto.randomUUID(), { now: () => now++ });
  const anna = enrolled('Anna');
  await store.people.save([anna]);
  await store.audit.add('person-saved', { person: anna.id });
  await store.erase([anna.id], { records: 'keep' });
  const trail = await store.audit.all();
  expect(trail.map(({ action, person, kiosk }) => [action, person, kiosk])).toEqual([
    ['person-saved', anna.id, store.kiosk],
    ['person-erased', anna.id, store.kiosk],
  ]);
});

/** A backup with a change in its readable first line, and not a byte of the rest. */
function withHeader(backup: Uint8Array<ArrayBuffer>, from: string, to: string): Blob {
  const end = backup.indexOf('\n'.charCodeAt(0));
  const header = new TextDecoder().decode(backup.subarray(0, end));
  return new Blob([header.replace(from, to), backup.subarray(end)]);
}

/** What is sealed in a dump: long texts of base64url. */
function sealedTexts(dump: string): Set<string> {
  return new Set(dump.match(/[\w-]{60,}/g));
}
