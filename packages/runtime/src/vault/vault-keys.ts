import type { Database } from '../storage/database.ts';
import { webCrypto } from '../storage/web-crypto.ts';
import type { VaultKeys, VaultSchema } from './vault-database.ts';

/** The keys of the vault; new ones where it has none. Of two tabs that make them at once both get the same. */
export async function vaultKeys(database: Database<VaultSchema>): Promise<VaultKeys> {
  const kept = await database.read((transaction) => transaction.objectStore('keys').get('current'));
  if (isUsable(kept)) return kept;
  const made = await makeKeys();
  return database.write(async (transaction) => {
    const keys = transaction.objectStore('keys');
    const others = await keys.get('current');
    if (isUsable(others)) return others;
    await keys.put(made, 'current');
    return made;
  });
}

function isUsable(keys: VaultKeys | undefined): keys is VaultKeys {
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
