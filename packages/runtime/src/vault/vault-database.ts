import type { DatabaseLayout } from '../storage/database.ts';
import type { KeysSchema } from '../storage/kept-keys.ts';

/** A template as it lies on the disk. Nothing in it tells whose it is, or of which face. */
export interface SealedRecord {
  /** Made of the subject's id with a key; the same for the same id. */
  readonly name: string;
  readonly storedAtMs: number;
  readonly expiresAtMs: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** No script can read either key, and none of another origin can use them. In the browser's files they lie open. */
export interface VaultKeys {
  /** Tells these from the keys of a vault that was emptied meanwhile. */
  readonly id: string;
  /** AES-GCM, 256 bits. */
  readonly sealing: CryptoKey;
  /** HMAC of SHA-256. */
  readonly naming: CryptoKey;
}

export interface VaultSchema extends KeysSchema<VaultKeys> {
  records: { key: string; value: SealedRecord; indexes: { expiresAtMs: number } };
}

export function vaultLayout(name: string): DatabaseLayout<VaultSchema> {
  return {
    name: `${name}-vault`,
    version: 1,
    upgrade: (database) => {
      database.createObjectStore('keys');
      const records = database.createObjectStore('records', { keyPath: 'name' });
      records.createIndex('expiresAtMs', 'expiresAtMs');
    },
  };
}
