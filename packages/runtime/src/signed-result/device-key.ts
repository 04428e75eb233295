import type { Database, DatabaseLayout } from '../storage/database.ts';
import { type KeysSchema, keptKeys } from '../storage/kept-keys.ts';
import { webCrypto } from '../storage/web-crypto.ts';

/** ECDSA on P-256. No script can read its private half, which is kept in the browser's files and in no hardware. */
type DeviceKey = Pick<CryptoKeyPair, 'privateKey' | 'publicKey'>;

export type DeviceSchema = KeysSchema<DeviceKey>;

export function deviceLayout(name: string): DatabaseLayout<DeviceSchema> {
  return { name: `${name}-device`, version: 1, upgrade: (database) => database.createObjectStore('keys') };
}

/** @throws {FaceVerifyError} as {@link keptKeys} */
export function deviceKey(database: Database<DeviceSchema>): Promise<DeviceKey> {
  return keptKeys(database, isUsable, makeKey);
}

function isUsable(key: DeviceKey | undefined): boolean {
  return key?.privateKey instanceof CryptoKey && key.publicKey instanceof CryptoKey;
}

async function makeKey(): Promise<DeviceKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey, publicKey } = await webCrypto().generateKey(algorithm, false, ['sign', 'verify']);
  return { privateKey, publicKey };
}
