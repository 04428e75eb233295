import { assertSubjectId, type ContractId, createGallery, FaceVerifyError } from '@face-verify/core';
import { A_TEXT, checkOptions, type OptionRule } from '../options/check-options.ts';
import { Database } from '../storage/database.ts';
import { storageUnavailable } from '../storage/storage-error.ts';
import { listingOf, type PlainRecord, type StoredEntry, toPlainRecord } from './plain-record.ts';
import { openRecord, recordName, sealRecord } from './sealed-record.ts';
import type {
  Vault,
  VaultContents,
  VaultEntry,
  VaultExport,
  VaultExportOptions,
  VaultGallery,
  VaultImport,
  VaultImportOptions,
  VaultReading,
} from './vault.ts';
import { type SealedRecord, type VaultSchema, vaultLayout } from './vault-database.ts';
import { readExport, writeExport } from './vault-export.ts';
import { vaultKeys } from './vault-keys.ts';

/** Which vault is opened. */
export interface VaultOptions {
  /** Of the database, before `-vault`; default `face-verify`. Vaults of one name are one, in every tab of this origin. */
  readonly name?: string;
}

/**
 * A place for templates on this device. Nothing is opened before its first call.
 *
 * @throws {FaceVerifyError} `option-invalid`
 * @example
 * const vault = createVault();
 * await vault.store({ id: 'ada', template, consent, expiresAtMs: Date.now() + 365 * 24 * 3_600_000 });
 * const reading = await vault.read('ada', verifier);
 * if (reading.outcome === 'found') verifier.compare(await verifier.capture(video), reading.template);
 */
export function createVault(options: VaultOptions = {}): Vault {
  checkOptions(options, { name: A_TEXT });
  const { name = 'face-verify' } = options;
  return new IndexedDbVault(new Database(vaultLayout(name)));
}

/** As long as NIST SP 800-63B-4 asks of passwords that stand alone. */
const A_PASSPHRASE: OptionRule = [
  (value) => typeof value === 'string' && value.length >= 15,
  'has at least 15 characters',
];

/** How often a vault may be emptied by another tab while something is being stored. */
const MOST_TRIES = 5;

class IndexedDbVault implements Vault {
  readonly #database: Database<VaultSchema>;

  constructor(database: Database<VaultSchema>) {
    this.#database = database;
  }

  async store(entry: VaultEntry): Promise<void> {
    const now = Date.now();
    const plain = toPlainRecord({ ...entry, storedAtMs: now });
    if (plain.expiresAtMs <= now) {
      throw new FaceVerifyError(
        'option-invalid',
        'expiresAtMs is over already; give a time in milliseconds since 1970.',
      );
    }
    await this.#seal([plain], () => true);
  }

  async read(id: string, reader: { readonly contract: ContractId }): Promise<VaultReading> {
    assertSubjectId(id);
    const contract = contractOf(reader);
    const keys = await vaultKeys(this.#database);
    const name = await recordName(keys, id);
    const record = await this.#database.read((transaction) => transaction.objectStore('records').get(name));
    if (record === undefined) return { outcome: 'absent' };
    if (record.expiresAtMs <= Date.now()) {
      await this.#remove([record]);
      return { outcome: 'expired' };
    }
    const entry = await openRecord(keys, record);
    const listing = listingOf(entry);
    if (listing.contract !== contract) return { outcome: 'enrol-again', listing };
    return { outcome: 'found', template: entry.template, listing };
  }

  async list(): Promise<VaultContents> {
    const { entries, unreadable } = await this.#openAll();
    return { listings: entries.map(listingOf), unreadable: unreadable.length };
  }

  async gallery(reader: { readonly contract: ContractId }): Promise<VaultGallery> {
    const gallery = createGallery(contractOf(reader));
    const { entries, unreadable } = await this.#openAll();
    const enrolAgain: string[] = [];
    for (const { id, template } of entries) {
      if (template.embedding.contract === gallery.contract) gallery.add(id, template);
      else enrolAgain.push(id);
    }
    return { gallery, enrolAgain, unreadable: unreadable.length };
  }

  async export(options: VaultExportOptions = {}): Promise<VaultExport> {
    checkOptions(options, { ids: [Array.isArray, 'is a list of ids'], passphrase: A_PASSPHRASE });
    const { ids, passphrase } = options;
    const { entries, unreadable } = await this.#openAll();
    const chosen = ids === undefined ? entries : entries.filter(({ id }) => ids.includes(id));
    return { text: await writeExport(chosen, passphrase), exported: chosen.length, unreadable: unreadable.length };
  }

  async import(text: string, options: VaultImportOptions = {}): Promise<VaultImport> {
    checkOptions(options, { passphrase: A_TEXT });
    const records = await readExport(text, options.passphrase);
    const now = Date.now();
    const valid = records.filter(({ expiresAtMs }) => expiresAtMs > now);
    const { unreadable } = await this.#openAll();
    const damaged = new Map(unreadable.map((record) => [record.name, record]));
    const isLater = (record: SealedRecord, kept: SealedRecord | undefined) => {
      const judged = damaged.get(record.name);
      if (kept === undefined || (judged !== undefined && isSameSealing(kept, judged))) return true;
      return record.storedAtMs > kept.storedAtMs;
    };
    const imported = await this.#seal(valid, isLater);
    return { imported, expired: records.length - valid.length, older: valid.length - imported };
  }

  async delete(id: string): Promise<boolean> {
    assertSubjectId(id);
    const name = await recordName(await vaultKeys(this.#database), id);
    return this.#database.write(async (transaction) => {
      const records = transaction.objectStore('records');
      const kept = await records.getKey(name);
      await records.delete(name);
      return kept !== undefined;
    });
  }

  deleteAll(): Promise<void> {
    return this.#database.write(async (transaction) => {
      await Promise.all([transaction.objectStore('keys').clear(), transaction.objectStore('records').clear()]);
    });
  }

  async deleteUnreadable(): Promise<number> {
    const { unreadable } = await this.#openAll();
    return this.#remove(unreadable);
  }

  sweep(): Promise<number> {
    const over = IDBKeyRange.upperBound(Date.now());
    return this.#database.write(async (transaction) => {
      const records = transaction.objectStore('records');
      const names = await records.index('expiresAtMs').getAllKeys(over);
      await Promise.all(names.map((name) => records.delete(name)));
      return names.length;
    });
  }

  async requestPersistence(): Promise<boolean> {
    return (await globalThis.navigator?.storage?.persist?.()) ?? false;
  }

  /** Seals records and puts those that `isWanted` in place of what is kept, all or none. @returns how many */
  async #seal(
    plain: readonly PlainRecord[],
    isWanted: (record: SealedRecord, kept: SealedRecord | undefined) => boolean,
  ): Promise<number> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const keys = await vaultKeys(this.#database);
      const sealed = await Promise.all(plain.map((record) => sealRecord(keys, record)));
      const count = await this.#database.write(async (transaction) => {
        // Another tab may have emptied the vault: nobody could read what these keys have sealed.
        const current = await transaction.objectStore('keys').get('current');
        if (current?.id !== keys.id) return undefined;
        const records = transaction.objectStore('records');
        let put = 0;
        for (const record of sealed) {
          if (!isWanted(record, await records.get(record.name))) continue;
          await records.put(record);
          put++;
        }
        return put;
      });
      if (count !== undefined) return count;
    }
    throw storageUnavailable('failed');
  }

  async #openAll(): Promise<{ entries: StoredEntry[]; unreadable: SealedRecord[] }> {
    await this.sweep();
    // At one moment: what other keys had sealed would look unreadable.
    const [keys, records] = await this.#database.read((transaction) =>
      Promise.all([transaction.objectStore('keys').get('current'), transaction.objectStore('records').getAll()]),
    );
    const entries: StoredEntry[] = [];
    const unreadable: SealedRecord[] = [];
    const opened = await Promise.allSettled(records.map((record) => openRecord(keys, record)));
    opened.forEach((result, i) => {
      if (result.status === 'fulfilled') entries.push(result.value);
      else unreadable.push(records[i] as SealedRecord);
    });
    entries.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { entries, unreadable };
  }

  /** Deletes what was found to be over or unreadable, but nothing stored in its place. @returns how many it deleted */
  #remove(judged: readonly SealedRecord[]): Promise<number> {
    return this.#database.write(async (transaction) => {
      const records = transaction.objectStore('records');
      let count = 0;
      for (const record of judged) {
        if (!isSameSealing(await records.get(record.name), record)) continue;
        await records.delete(record.name);
        count++;
      }
      return count;
    });
  }
}

/** Each sealing has an initialisation vector of its own. */
function isSameSealing(kept: SealedRecord | undefined, judged: SealedRecord): boolean {
  return kept !== undefined && String(kept.iv) === String(judged.iv);
}

/** Whoever reads templates has to say which model is to compare them. */
function contractOf(reader: { readonly contract: ContractId }): ContractId {
  const contract = reader?.contract;
  if (typeof contract === 'string' && contract !== '') return contract;
  throw new FaceVerifyError('option-invalid', 'Hand over the verifier that is to compare the template.');
}
