import type { DBSchema } from 'idb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { incompressible, openSmallStorage } from '../../testing/small-storage.ts';
import { Database, type DatabaseLayout } from './database.ts';

interface Notes extends DBSchema {
  notes: { key: string; value: string | ArrayBuffer };
}

/** Long enough for any answer, short enough to wait for none. */
const SHORT_MS = 200;

let name: string;
let layout: DatabaseLayout<Notes>;

beforeEach(() => {
  name = crypto.randomUUID();
  layout = { name, version: 1, upgrade: (database) => database.createObjectStore('notes') };
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await deleteDB(name);
});

const note = (database: Database<Notes>, text: string | ArrayBuffer) =>
  database.write((transaction) => transaction.objectStore('notes').put(text, 'note'));
const noted = (database: Database<Notes>) =>
  database.read((transaction) => transaction.objectStore('notes').get('note'));
const unavailable = (reason: string) => ({ code: 'storage-unavailable', details: { reason } });

describe('a database', () => {
  test('keeps what was written', async () => {
    await note(new Database(layout), 'kept');
    expect(await noted(new Database(layout))).toBe('kept');
  });

  test('does all of a piece of work or none of it', async () => {
    const database = new Database(layout);
    await note(database, 'before');
    const failing = database.write(async (transaction) => {
      await transaction.objectStore('notes').put('after', 'note');
      throw new RangeError('no');
    });
    await expect(failing).rejects.toMatchObject({ code: 'internal', message: 'no' });
    expect(await noted(database)).toBe('before');
  });

  test('lets another tab delete it, and is there again afterwards', async () => {
    const database = new Database(layout);
    await note(database, 'kept');
    await deleteDB(name);
    expect(await noted(database)).toBeUndefined();
    await note(database, 'again');
    expect(await noted(database)).toBe('again');
  });

  test('is there again after the visitor has cleared what sites have stored', async () => {
    const database = new Database(layout);
    await note(database, 'kept');
    await commands.clearDatabases();
    await note(database, 'again');
    expect(await noted(database)).toBe('again');
  });

  test('writes once more where it was cleared in the middle of writing', async () => {
    const database = new Database(layout);
    await note(database, 'kept');
    let times = 0;
    await database.write(async (transaction) => {
      times++;
      const notes = transaction.objectStore('notes');
      // Keeps the transaction open until it is aborted.
      if (times === 1) {
        const cleared = commands.clearDatabases();
        let isCleared = false;
        cleared.then(() => {
          isCleared = true;
        });
        while (!isCleared) await notes.get('note');
      }
      await notes.put('again', 'note');
    });
    expect(times).toBe(2);
    expect(await noted(database)).toBe('again');
  });

  test('says that there is no room, keeps what was there, and can delete it', async () => {
    const small = await openSmallStorage(200_000);
    vi.stubGlobal('indexedDB', small.indexedDB);
    const database = new Database(layout);
    await note(database, 'before');
    await expect(note(database, incompressible(1_000_000))).rejects.toMatchObject({ code: 'storage-full' });
    expect(await noted(database)).toBe('before');
    await database.write((transaction) => transaction.objectStore('notes').delete('note'));
    expect(await noted(database)).toBeUndefined();
    await small.delete();
  });

  test('says that another tab keeps an older version open, and is there once that has closed', async () => {
    const older = await openDB<Notes>(name, 1, { upgrade: layout.upgrade });
    const database = new Database<Notes>({ ...layout, version: 2, upgrade: () => undefined }, SHORT_MS);
    await expect(noted(database)).rejects.toMatchObject(unavailable('blocked-by-another-tab'));
    older.close();
    expect(await noted(database)).toBeUndefined();
  });

  test('says that a later version made it', async () => {
    (await openDB(name, 2)).close();
    await expect(noted(new Database(layout))).rejects.toMatchObject(unavailable('made-by-later-version'));
  });

  test('says that the browser does not answer', async () => {
    const other = await openDB(name, 1);
    const deleting = deleteDB(name);
    await expect(noted(new Database(layout, SHORT_MS))).rejects.toMatchObject(unavailable('no-answer'));
    other.close();
    await deleting;
  });

  test('says that there is no storage', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(noted(new Database(layout))).rejects.toMatchObject(unavailable('missing'));
  });

  test.for([
    ['SecurityError', 'denied'],
    ['InvalidStateError', 'denied'],
    ['UnknownError', 'failed'],
  ] as const)('takes %s while opening for %s', async ([thrown, reason]) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', thrown);
    });
    await expect(noted(new Database(layout))).rejects.toMatchObject(unavailable(reason));
  });

  test('says that keys are not kept', async () => {
    const unkept = new Database(layout).write((transaction) =>
      // As Firefox refuses keys in a private window.
      transaction.objectStore('notes').put((() => 'no key') as never, 'note'),
    );
    await expect(unkept).rejects.toMatchObject(unavailable('keys-not-kept'));
  });
});
