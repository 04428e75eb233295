import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from './database.ts';
import type { KeyDocument, StoredDocument } from './documents.ts';
import { createOrganisation } from './organisation.ts';
import { addKeysFor, createPersonKey, destroyKeys, dropKeysOf, openPersonKey, settleKey } from './person-keys.ts';
import { StorageRoom } from './storage-room.ts';

const organisation = await createOrganisation();
const ID = 'key:anna';
let database: Database;
let room: StorageRoom;

beforeEach(async () => {
  const name = crypto.randomUUID();
  room = await StorageRoom.open(name);
  database = await Database.open(name, room);
});

afterEach(async () => {
  await database.destroy();
  await room.destroy();
});

/** Writes leaves beside each other, as replication does with what two kiosks wrote apart. */
async function writeLeaves(...leaves: readonly KeyDocument[]): Promise<void> {
  const pouch = database.pouch.current as unknown as {
    bulkDocs(documents: readonly StoredDocument[], options: { readonly new_edits: false }): Promise<unknown>;
  };
  const revisions = leaves.map((leaf, i) => ({ ...leaf, _rev: `1-${String(i).repeat(32)}` }));
  await pouch.bulkDocs(revisions, { new_edits: false });
}

const DESTROYED: KeyDocument = { _id: ID, type: 'key', destroyed: '2026-11-28T08:00:00.000Z' };

it.each([0, 1])('is destroyed where one kiosk destroyed it, whatever the other wrote: order %i', async (first) => {
  const { document } = await createPersonKey('anna', organisation);
  await writeLeaves(...(first === 0 ? [DESTROYED, document] : [document, DESTROYED]));
  const settled = await settleKey(database, 'anna');
  expect(settled).toMatchObject({ destroyed: DESTROYED.destroyed });
  expect(settled).not.toHaveProperty('_conflicts');
  expect(await openPersonKey(settled, organisation)).toBe('destroyed');
});

it('opens what either sealed, where two kiosks made a key for the same person', async () => {
  const [one, other] = [await createPersonKey('anna', organisation), await createPersonKey('anna', organisation)];
  await writeLeaves(one.document, other.document);
  const key = await openPersonKey(await settleKey(database, 'anna'), organisation);
  if (typeof key === 'string') throw new Error(key);
  expect(await key.open(await one.key.seal('from one', 'x'), 'x')).toBe('from one');
  expect(await key.open(await other.key.seal('from the other', 'x'), 'x')).toBe('from the other');
});

it('is locked to another organisation, and missing where nobody wrote it', async () => {
  const { document } = await createPersonKey('anna', organisation);
  expect(await openPersonKey(document, await createOrganisation())).toBe('locked');
  expect(await openPersonKey(await settleKey(database, 'nobody'), organisation)).toBe('missing');
});

describe('keys that come along to another organisation', () => {
  /** What somebody else does between the reading of the keys and their first writing. */
  function meanwhile(work: () => Promise<void>): void {
    const { write } = Database.prototype;
    vi.spyOn(database, 'write').mockImplementationOnce(async (documents) => {
      await work();
      return write.call(database, documents);
    });
  }

  it('do so also where another kiosk wrote one meanwhile', async () => {
    const joined = await createOrganisation();
    const [one, other] = [await createPersonKey('anna', organisation), await createPersonKey('anna', organisation)];
    await database.write([one.document]);
    meanwhile(() => database.change<KeyDocument>(ID, () => other.document));
    await addKeysFor(database, organisation, joined);
    const { document } = await createPersonKey('ben', joined);
    await database.write([document]);
    meanwhile(() => database.change<KeyDocument>(ID, (before) => before && { ...before }));
    await dropKeysOf(database, organisation, joined);
    const found = await settleKey(database, 'anna');
    expect(await openPersonKey(found, organisation)).toBe('locked');
    const key = await openPersonKey(found, joined);
    if (typeof key === 'string') throw new Error(key);
    expect(await key.open(await other.key.seal('of the other', 'x'), 'x')).toBe('of the other');
  });

  it('stay destroyed where another kiosk destroyed one meanwhile', async () => {
    const { document } = await createPersonKey('anna', organisation);
    await database.write([document]);
    meanwhile(() => destroyKeys(database, ['anna'], '2026-11-28T08:00:00.000Z'));
    await addKeysFor(database, organisation, await createOrganisation());
    expect(await openPersonKey(await settleKey(database, 'anna'), organisation)).toBe('destroyed');
  });
});
