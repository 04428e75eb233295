import { instantAt } from '../domain/instant.ts';
import type { Person, PersonId } from '../domain/person.ts';
import type { Bytes } from './bytes.ts';
import type { Database, DocumentChange } from './database.ts';
import {
  documentId,
  type FoundDocument,
  idIn,
  type KeyDocument,
  type PersonDocument,
  type PhotographsDocument,
  type StoredDocument,
  typeOf,
} from './documents.ts';
import { GATHER_MS, type Live, LiveValue } from './live.ts';
import type { Organisation } from './organisation.ts';
import {
  createPersonKey,
  destroyKeys,
  type KeyState,
  openPersonKey,
  type PersonKey,
  settleKey,
} from './person-keys.ts';
import { mergePersons, type StampedPerson, stampPerson, unstampPerson } from './stamped-person.ts';
import { StoreError } from './store-error.ts';

/** What is to become of a person. */
interface PersonChange {
  readonly id: PersonId;
  readonly change: (before: StampedPerson | undefined) => StampedPerson;
  /** For a person who has none here. */
  readonly keys?: readonly Bytes[] | undefined;
}

/** People, each sealed with a key of their own, opened in memory. */
export class PeopleRepository {
  readonly #database: Database;
  readonly #organisation: () => Organisation;
  readonly #now: () => number;
  readonly #keys = new Map<PersonId, KeyState>();
  readonly #known = new Map<PersonId, StampedPerson>();
  readonly #all = new LiveValue<readonly Person[]>([]);
  readonly #lockedCount = new LiveValue(0);
  /** What changes have to be taken in, one after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  #telling: ReturnType<typeof setTimeout> | undefined;
  #onErased: (() => void) | undefined;

  private constructor(database: Database, organisation: () => Organisation, now: () => number) {
    this.#database = database;
    this.#organisation = organisation;
    this.#now = now;
  }

  static async open(
    database: Database,
    organisation: () => Organisation,
    now: () => number,
  ): Promise<PeopleRepository> {
    const people = new PeopleRepository(database, organisation, now);
    database.onChange((change) => people.#follow(change));
    await people.#inTurn(() => people.#readAll());
    return people;
  }

  /** Calls after a person, or their photographs, were erased here or by another kiosk. */
  set onErased(listener: () => void) {
    this.#onErased = listener;
  }

  /** Everybody whom this device can read, by name. */
  get all(): Live<readonly Person[]> {
    return this.#all;
  }

  /** How many people are here whom this device has no key for: they are another organisation's. */
  get lockedCount(): Live<number> {
    return this.#lockedCount;
  }

  get(id: PersonId): Person | undefined {
    const known = this.#known.get(id);
    return known && unstampPerson(known);
  }

  /** Ids of people who were erased; nothing brings them back. */
  get erasedIds(): ReadonlySet<PersonId> {
    return new Set([...this.#keys].filter(([, key]) => key === 'destroyed').map(([id]) => id));
  }

  /**
   * Saves people in one transaction: all of them or none.
   *
   * @throws {StoreError} `consent-missing`, `person-erased`, `person-unknown` where a person's key is not this
   *   organisation's, `storage-full`, `storage-failed`
   */
  async save(people: readonly Person[]): Promise<void> {
    for (const { enrolment, consent } of people) {
      if (enrolment !== undefined && consent?.face !== true) {
        throw new StoreError('consent-missing', 'A template needs consent.');
      }
    }
    const at = instantAt(this.#now());
    await this.#write(people.map((person) => ({ id: person.id, change: (before) => stampPerson(person, before, at) })));
  }

  /**
   * Adds what a backup knows of people, part by part where it is newer.
   *
   * @param keys - that people had when it was made, for those who are new here
   */
  async merge(people: readonly StampedPerson[], keys: ReadonlyMap<PersonId, readonly Bytes[]>): Promise<void> {
    await this.#write(
      people.map((person) => ({
        id: person.id,
        keys: keys.get(person.id),
        change: (before) => (before === undefined ? person : mergePersons(before, person)),
      })),
    );
  }

  /** Whether nobody was ever here. */
  get isNew(): boolean {
    return this.#keys.size === 0;
  }

  /** As stored, for a backup. */
  stamped(): readonly StampedPerson[] {
    return [...this.#known.values()];
  }

  /**
   * Keeps photographs of a person, encrypted, in the place of those that were kept before; none removes them.
   *
   * @throws {StoreError} `consent-missing`, `person-unknown`, `storage-full`, `storage-failed`
   */
  async keepPhotographs(id: PersonId, dataUrls: readonly string[]): Promise<void> {
    const _id = documentId('photographs', id);
    if (dataUrls.length === 0) return this.#removePhotographs(id);
    if (!this.#keepsPhotographs(id)) {
      throw new StoreError('consent-missing', 'Keeping photographs needs consent.');
    }
    const sealed = await this.#openKey(id).seal(dataUrls, _id);
    await this.#database.change<PhotographsDocument>(_id, () => ({ _id, type: 'photographs', sealed }));
  }

  /** Photographs that are kept of a person, as data URLs; none where they did not agree, or do no longer. */
  async photographs(id: PersonId): Promise<readonly string[]> {
    if (!this.#keepsPhotographs(id)) return [];
    const key = this.#keys.get(id);
    const found = await this.#database.get<PhotographsDocument>(documentId('photographs', id));
    if (found === undefined || typeof key !== 'object') return [];
    const opened = await key.open(found.sealed, found._id);
    return Array.isArray(opened) ? opened : [];
  }

  /** A person's key, to seal what is said about them. @throws {StoreError} `person-unknown`, `person-erased` */
  async keyOf(id: PersonId): Promise<PersonKey> {
    if (!this.#keys.has(id)) await this.#learnKey(id);
    return this.#openKey(id);
  }

  /** A person's key, where there is one that this device can open. */
  keyIfAny(id: PersonId): PersonKey | undefined {
    const key = this.#keys.get(id);
    return typeof key === 'object' ? key : undefined;
  }

  /** Destroys people's keys, all at once, and removes what they sealed; compaction and other kiosks are the caller's. */
  async erase(ids: readonly PersonId[]): Promise<void> {
    await destroyKeys(this.#database, ids, instantAt(this.#now()));
    await this.#inTurn(async () => {
      for (const id of ids) {
        this.#keys.set(id, 'destroyed');
        this.#known.delete(id);
      }
      await this.#removeSealed(ids);
    });
    this.#tell();
  }

  /**
   * Exchanges what people's keys are encrypted with, and reads everything anew.
   *
   * @param exchange - while it runs nobody is saved, and so with no key of the organisation before
   */
  async exchangeKeys(exchange: () => Promise<void>): Promise<void> {
    await this.#inTurn(async () => {
      await exchange();
      await this.#readAll();
    });
  }

  async #readAll(): Promise<void> {
    const [keys, people] = await Promise.all([
      this.#database.all<KeyDocument>('key'),
      this.#database.all<PersonDocument>('person'),
    ]);
    const settled = new Set<PersonId>();
    await Promise.all(
      keys.map(async (document) => {
        const id = idIn(document._id);
        if (document._conflicts === undefined && document.destroyed === undefined) {
          this.#keys.set(id, await openPersonKey(document, this.#organisation()));
          settled.add(id);
        }
      }),
    );
    for (const { _id } of keys) if (!settled.has(idIn(_id))) await this.#takeIn('key', idIn(_id));
    await Promise.all(people.map((document) => this.#read(document)));
    this.#tell();
  }

  #openKey(id: PersonId): PersonKey {
    const key = this.#keys.get(id) ?? 'missing';
    if (key === 'destroyed') throw new StoreError('person-erased', 'The person was erased.');
    if (typeof key === 'string') throw new StoreError('person-unknown', 'There is no key for this person here.');
    return key;
  }

  async #write(changes: readonly PersonChange[]): Promise<void> {
    await this.#inTurn(async () => {
      let open = changes;
      while (open.length > 0) {
        const planned = await Promise.all(open.map((change) => this.#plan(change)));
        // First, so that nothing outlives its consent wherever this is cut off.
        for (const { stamped } of planned) {
          if (this.#keepsPhotographs(stamped.id) && !agreesToPhotographs(stamped)) {
            await this.#removePhotographs(stamped.id);
          }
        }
        const refused = new Set(await this.#database.write(planned.flatMap(({ documents }) => documents)));
        for (const { stamped, key, documents } of planned) {
          if (documents.some(({ _id }) => refused.has(_id))) continue;
          this.#keys.set(stamped.id, key);
          this.#known.set(stamped.id, stamped);
        }
        open = open.filter((_, i) => planned[i]?.documents.some(({ _id }) => refused.has(_id)));
        for (const { id } of open) await this.#takeIn('person', id);
      }
      this.#tell();
    });
  }

  /** What to write for a person: over what is there, or anew with a key. */
  async #plan({ id, change, keys }: PersonChange) {
    const _id = documentId('person', id);
    const documents: (StoredDocument & { readonly _rev?: string })[] = [];
    if ((this.#keys.get(id) ?? 'missing') === 'missing') await this.#learnKey(id);
    let key = this.#keys.get(id);
    if (key === undefined || key === 'missing') {
      const created = await createPersonKey(id, this.#organisation(), keys);
      documents.push(created.document);
      key = created.key;
    }
    if (typeof key === 'string') key = this.#openKey(id);
    const before = await this.#database.get<PersonDocument>(_id);
    // Another kiosk may have written since this one read, as its change comes in turn: of each part the newer holds.
    const stored = before && ((await key.open(before.sealed, _id)) as StampedPerson | undefined);
    const changed = change(this.#known.get(id));
    const stamped = stored === undefined ? changed : mergePersons(changed, stored);
    const sealed = await key.seal(stamped, _id);
    if (before?.sealed !== sealed) {
      documents.push({ _id, type: 'person', sealed, ...(before !== undefined && { _rev: before._rev }) });
    }
    return { stamped, key, documents };
  }

  #follow({ id: name, document }: DocumentChange): void {
    const type = typeOf(name);
    if (type !== 'key' && type !== 'person' && type !== 'photographs') return;
    // What was to go has gone.
    if (document === undefined && this.#keys.get(idIn(name)) === 'destroyed') return;
    this.#inTurn(async () => {
      await this.#takeIn(type, idIn(name));
      this.#tellSoon();
    }).catch(() => {
      // No room, or closed meanwhile: the storage's state says so, and the next start takes it in.
    });
  }

  /** Takes in what changed about a person, here or on another kiosk. */
  async #takeIn(type: 'key' | 'person' | 'photographs', id: PersonId): Promise<void> {
    const before = this.#keys.get(id);
    if (type === 'key' || before === undefined) await this.#learnKey(id);
    if (this.#keys.get(id) === 'destroyed') return this.#forget(id, before !== 'destroyed' && before !== undefined);
    const kept = this.#keepsPhotographs(id);
    const found = await this.#database.get<PersonDocument>(documentId('person', id));
    if (found === undefined) this.#known.delete(id);
    else await this.#read(found);
    if (type === 'photographs') await this.#settlePhotographs(id);
    else if (kept && !this.#keepsPhotographs(id)) await this.#removePhotographs(id);
  }

  async #learnKey(id: PersonId): Promise<void> {
    const document = await settleKey(this.#database, id);
    this.#keys.set(id, await openPersonKey(document, this.#organisation()));
  }

  /** Opens a person's document, and makes one of it where two kiosks wrote it at the same time. */
  async #read(found: FoundDocument<PersonDocument>): Promise<void> {
    const id = idIn(found._id);
    const key = this.#keys.get(id);
    if (key === 'destroyed') return this.#forget(id, true);
    if (typeof key !== 'object') return;
    const others = await Promise.all(
      (found._conflicts ?? []).map((rev) => this.#database.getRevision<PersonDocument>(found._id, rev)),
    );
    const leaves = await Promise.all(
      [found, ...others].map(
        (leaf) => leaf && (key.open(leaf.sealed, found._id) as Promise<StampedPerson | undefined>),
      ),
    );
    const merged = leaves
      .filter((leaf) => leaf !== undefined)
      .reduce<StampedPerson | undefined>(
        (all, leaf) => (all === undefined ? leaf : mergePersons(all, leaf)),
        undefined,
      );
    if (merged === undefined) return;
    this.#known.set(id, merged);
    if (found._conflicts === undefined) return;
    const { _id, _rev } = found;
    const sealed = await key.seal(merged, _id);
    if (sealed !== found.sealed) await this.#database.write([{ _id, _rev, type: 'person', sealed }]);
    await this.#database.remove(found._conflicts.map((rev) => ({ _id, _rev: rev })));
  }

  /** Whether photographs of a person may be kept. */
  #keepsPhotographs(id: PersonId): boolean {
    return agreesToPhotographs(this.#known.get(id));
  }

  async #removePhotographs(id: PersonId): Promise<void> {
    if (await this.#database.removeWhole([documentId('photographs', id)])) this.#onErased?.();
  }

  /**
   * Of two sets of photographs the one that PouchDB chose on every kiosk; none of somebody who refused, as where another
   * kiosk kept them before it heard of that. Without an answer they stay: the consent may come after them.
   */
  async #settlePhotographs(id: PersonId): Promise<void> {
    if (this.#known.get(id)?.consent.value?.photographs === false) return this.#removePhotographs(id);
    const found = await this.#database.get<PhotographsDocument>(documentId('photographs', id));
    if (found?._conflicts === undefined) return;
    await this.#database.remove(found._conflicts.map((_rev) => ({ _id: found._id, _rev })));
  }

  /** @param wasKnown - the key, until just now */
  async #forget(id: PersonId, wasKnown: boolean): Promise<void> {
    this.#known.delete(id);
    const removed = await this.#removeSealed([id]);
    this.#tellSoon();
    if (removed || wasKnown) this.#onErased?.();
  }

  /** @returns whether anything was there */
  #removeSealed(ids: readonly PersonId[]): Promise<boolean> {
    return this.#database.removeWhole(ids.flatMap((id) => [documentId('person', id), documentId('photographs', id)]));
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => this.#tell(), GATHER_MS);
  }

  #tell(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    const people = [...this.#known.values()].map(unstampPerson);
    this.#all.set(people.sort((a, b) => COLLATOR.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)));
    this.#lockedCount.set([...this.#keys.values()].filter((key) => key === 'locked').length);
  }

  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

function agreesToPhotographs(person: StampedPerson | undefined): boolean {
  return person?.consent.value?.photographs === true;
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true });
