import type { Database } from '../storage/database.ts';
import { keptKeys } from '../storage/kept-keys.ts';
import { webCrypto } from '../storage/web-crypto.ts';
import type { VaultKeys, VaultSchema } from './vault-database.ts';

/** @throws {FaceVerifyError} as {@link keptKeys} */
export function vaultKeys(database: Database<VaultSchema>): Promise<VaultKeys> {
  return keptKeys(database, isUsable, makeKeys);
}

function isUsable(keys: VaultKeys | undefined): boolean {
  return keys?.sealing instanceof CryptoKey && keys.naming instanceof CryptoKey;
}

async function makeKeys(): Promise<VaultKeys> {
  const subtle = webCrypto();
  const [sealing, naming] = await Promise.all([
    subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ]);
  return { id: crypto.randomUUID(), sealing, naming };
}
