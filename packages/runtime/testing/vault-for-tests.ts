import { drawnContract } from '@face-verify/testkit';
import { deleteDB, openDB } from 'idb';
import type { Consent } from '../src/vault/consent.ts';
import { createVault } from '../src/vault/create-vault.ts';
import type { Vault, VaultEntry, VaultReading } from '../src/vault/vault.ts';
import { drawnTemplate } from './drawn-template.ts';

export const READER = { contract: drawnContract() };
export const DAY_MS = 24 * 3_600_000;
export const CONSENT: Consent = {
  givenBy: 'Ada Lovelace',
  textVersion: '2026-11 en',
  purpose: 'opening the door of the laboratory',
  givenAtMs: 1_700_000_000_000,
};

/** A vault of its own, and what lies in its database behind its back. */
export class VaultForTests {
  readonly name: string = crypto.randomUUID();
  readonly vault: Vault = createVault({ name: this.name });

  /** The same vault after a reload, or in another tab. */
  openAgain(): Vault {
    return createVault({ name: this.name });
  }

  open() {
    return openDB(`${this.name}-vault`);
  }

  async raw<Result>(work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<Result>): Promise<Result> {
    const database = await this.open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }

  rawRecords() {
    return this.raw((database) => database.getAll('records'));
  }

  async outcomeOf(id: string, from = this.vault): Promise<VaultReading['outcome']> {
    return (await from.read(id, READER)).outcome;
  }

  delete(): Promise<void> {
    return deleteDB(`${this.name}-vault`);
  }
}

export function entry(id: string, changes: Partial<VaultEntry> = {}): VaultEntry {
  return { id, template: drawnTemplate(id.length), consent: CONSENT, expiresAtMs: Date.now() + DAY_MS, ...changes };
}

/** Sealed content with one bit changed. */
export function flipped(sealed: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(sealed.slice(0));
  bytes[5] = (bytes[5] as number) ^ 1;
  return bytes.buffer;
}
