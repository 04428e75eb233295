import type { Instant } from '../domain/instant.ts';
import type { PersonId } from '../domain/person.ts';
import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts';
import type { Database } from './database.ts';
import { documentId, type FoundDocument, idIn, type KeyDocument } from './documents.ts';
import type { Organisation } from './organisation.ts';
import { createSealKey, randomKeyBytes, type SealKey } from './seal-key.ts';

/** What seals all that says who a person is: with the first of the person's keys; it opens what any of them sealed. */
export interface PersonKey extends SealKey {
  /** To hand on encrypted; not empty. */
  readonly keys: readonly Bytes[];
}

/** `locked`: under the key of an organisation that this device is not of. `missing`: not here, or not yet. */
export type KeyState = PersonKey | 'destroyed' | 'locked' | 'missing';

/** A key document, and what it opens with. @param keys - default: a new one */
export async function createPersonKey(
  person: PersonId,
  organisation: Organisation,
  keys: readonly Bytes[] = [randomKeyBytes()],
): Promise<{ readonly document: KeyDocument; readonly key: PersonKey }> {
  const _id = documentId('key', person);
  const sealed = await Promise.all(keys.map((bytes) => organisation.seal(toBase64Url(bytes), _id)));
  return { document: { _id, type: 'key', sealed: sealed.sort() }, key: await readPersonKey(keys) };
}

/** @param keys - in any order, not none */
async function readPersonKey(keys: readonly Bytes[]): Promise<PersonKey> {
  const inOrder = keys.toSorted((a, b) => (toBase64Url(a) < toBase64Url(b) ? -1 : 1));
  const sealKeys = await Promise.all(inOrder.map(createSealKey));
  return {
    keys: inOrder,
    seal: (value, place) => (sealKeys[0] as SealKey).seal(value, place),
    open: async (text, place) => {
      for (const key of sealKeys) {
        const opened = await key.open(text, place);
        if (opened !== undefined) return opened;
      }
      return undefined;
    },
  };
}

/** What a key document says, to a device of this organisation. */
export async function openPersonKey(document: KeyDocument | undefined, organisation: Organisation): Promise<KeyState> {
  if (document === undefined) return 'missing';
  if (document.destroyed !== undefined) return 'destroyed';
  const texts = await Promise.all(document.sealed.map((sealed) => organisation.open(sealed, document._id)));
  const keys = texts.filter((text) => typeof text === 'string').map(fromBase64Url);
  return keys.length === 0 ? 'locked' : readPersonKey(keys);
}

/**
 * The key document with one leaf. Two kiosks may have written it at the same time: what one destroyed is destroyed,
 * otherwise the keys of both are kept. The other leaves, whose bodies PouchDB would keep, go.
 */
export async function settleKey(database: Database, person: PersonId): Promise<FoundDocument<KeyDocument> | undefined> {
  const _id = documentId('key', person);
  for (;;) {
    const found = await database.get<KeyDocument>(_id);
    if (found?._conflicts === undefined) return found;
    const others = await Promise.all(found._conflicts.map((rev) => database.getRevision<KeyDocument>(_id, rev)));
    const merged = [found, ...others].filter((leaf) => leaf !== undefined).reduce<KeyDocument>(mergeKeys, found);
    if (!isSameKey(merged, found)) await database.write([{ ...merged, _rev: found._rev }]);
    await database.remove(found._conflicts.map((_rev) => ({ _id, _rev })));
  }
}

function mergeKeys(a: KeyDocument, b: KeyDocument): KeyDocument {
  const { _id, type } = a;
  const destroyed = [a.destroyed, b.destroyed].filter((at) => at !== undefined).sort();
  if (destroyed[0] !== undefined) return { _id, type, destroyed: destroyed[0] };
  const sealed = [a, b].flatMap((leaf) => (leaf.destroyed === undefined ? leaf.sealed : []));
  return { _id, type, sealed: [...new Set(sealed)].sort() };
}

function isSameKey(a: KeyDocument, b: KeyDocument): boolean {
  if (a.destroyed !== undefined || b.destroyed !== undefined) return a.destroyed === b.destroyed;
  return a.sealed.join() === b.sealed.join();
}

/** Writes over people's keys in one transaction, so that nothing that they sealed can be opened again. */
export async function destroyKeys(database: Database, people: readonly PersonId[], at: Instant): Promise<void> {
  let open = people.map((person) => documentId('key', person));
  while (open.length > 0) {
    const found = new Map((await database.some<KeyDocument>(open)).map((document) => [document._id, document]));
    const destroyed = open.flatMap((_id) => {
      const before = found.get(_id);
      if (before?.destroyed !== undefined) return [];
      return [{ _id, type: 'key' as const, destroyed: at, ...(before !== undefined && { _rev: before._rev }) }];
    });
    // Whoever was changed meanwhile, as by another kiosk, is read again.
    open = [...(await database.write(destroyed))];
    await database.remove(
      [...found.values()].flatMap(({ _id, _conflicts = [] }) => _conflicts.map((_rev) => ({ _id, _rev }))),
    );
  }
}

/** Encrypts all keys for another organisation as well, so that a device that stops half-way can still open them. */
export async function addKeysFor(database: Database, from: Organisation, to: Organisation): Promise<void> {
  await changeKeys(database, async (document) => {
    const key = await openPersonKey(document, from);
    if (typeof key === 'string') return undefined;
    const { document: renewed } = await createPersonKey(idIn(document._id), to, key.keys);
    return mergeKeys(document, renewed);
  });
}

/** Drops what is encrypted for an organisation that this device has left, where it is there for the other. */
export async function dropKeysOf(database: Database, left: Organisation, joined: Organisation): Promise<void> {
  if (left.id === joined.id) return;
  await changeKeys(database, async (document) => {
    if (document.destroyed !== undefined || typeof (await openPersonKey(document, joined)) === 'string')
      return undefined;
    const opened = await Promise.all(document.sealed.map((sealed) => left.open(sealed, document._id)));
    return { ...document, sealed: document.sealed.filter((_, i) => opened[i] === undefined) };
  });
}

/** Changes all keys, each until nobody else changed it meanwhile. @param change - undefined leaves it as it is */
async function changeKeys(
  database: Database,
  change: (document: KeyDocument) => Promise<KeyDocument | undefined>,
): Promise<void> {
  let open = await database.all<KeyDocument>('key');
  while (open.length > 0) {
    const changed = await Promise.all(
      open.map(async ({ _rev, _conflicts, ...document }) => {
        const after = await change(document as KeyDocument);
        return after === undefined ? [] : [{ ...after, _rev }];
      }),
    );
    const refused = await database.write(changed.flat());
    const again = await Promise.all(refused.map((id) => database.get<KeyDocument>(id)));
    open = again.filter((document) => document !== undefined);
  }
}
