import { FaceVerifyError } from '@face-verify/core';
import { webCrypto } from '../storage/web-crypto.ts';
import { fromPlainRecord, type PlainRecord, type StoredEntry } from './plain-record.ts';
import type { SealedRecord, VaultKeys } from './vault-database.ts';

const IV_BYTES = 12;
const ENCODER = new TextEncoder();

/** What a subject's record is called on the disk. */
export async function recordName({ naming }: VaultKeys, id: string): Promise<string> {
  // As JSON, since half a character, as some texts have, is lost in UTF-8, and two ids would be one.
  const mac = await webCrypto().sign('HMAC', naming, ENCODER.encode(JSON.stringify(id)));
  return btoa(String.fromCharCode(...new Uint8Array(mac)));
}

/** Encrypts id, consent and template (with its contract) as one, so that none can be exchanged for another's. */
export async function sealRecord(keys: VaultKeys, plain: PlainRecord): Promise<SealedRecord> {
  const { storedAtMs, expiresAtMs } = plain;
  const name = await recordName(keys, plain.id);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundData({ name, storedAtMs, expiresAtMs }) };
  const sealed = await webCrypto().encrypt(algorithm, keys.sealing, ENCODER.encode(JSON.stringify(plain)));
  return { name, storedAtMs, expiresAtMs, iv, sealed };
}

/** @throws {FaceVerifyError} `record-corrupt` where anything of it was changed, or another key sealed it */
export async function openRecord(keys: VaultKeys | undefined, record: SealedRecord): Promise<StoredEntry> {
  const subtle = webCrypto();
  try {
    const algorithm = { name: 'AES-GCM', iv: record.iv, additionalData: boundData(record) };
    const opened = await subtle.decrypt(algorithm, (keys as VaultKeys).sealing, record.sealed);
    return fromPlainRecord(JSON.parse(new TextDecoder().decode(opened)));
  } catch {
    // Without its cause: parsers quote what they read.
    throw new FaceVerifyError(
      'record-corrupt',
      'A stored template was damaged or exchanged. Delete it with deleteUnreadable() and enrol again.',
    );
  }
}

/** What lies open in a record is bound to what is sealed in it: nobody can prolong its time, or exchange two. */
function boundData({ name, storedAtMs, expiresAtMs }: Omit<SealedRecord, 'iv' | 'sealed'>): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(JSON.stringify(['face-verify vault 1', name, storedAtMs, expiresAtMs]));
}
