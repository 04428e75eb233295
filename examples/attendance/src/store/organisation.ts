import { type Bytes, toBase64Url } from './bytes.ts';
import { createSealKey, randomKeyBytes, type SealKey } from './seal-key.ts';

/** What all kiosks of one organisation share, and no server: the key that people's keys are encrypted with. */
export interface Organisation extends SealKey {
  /** A fingerprint, which tells keys apart and says nothing about them. */
  readonly id: string;
  /** To be stored on this device: as a `CryptoKey`, so that it is in no text, and can be handed on. */
  readonly stored: CryptoKey;
}

export async function createOrganisation(bytes: Bytes = randomKeyBytes()): Promise<Organisation> {
  const stored = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, ['encrypt']);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { ...(await createSealKey(bytes)), id: toBase64Url(hash.subarray(0, 12)), stored };
}

export async function readOrganisation(stored: CryptoKey): Promise<Organisation> {
  return createOrganisation(await keyBytes({ stored }));
}

/** The key itself, to hand on encrypted. */
export async function keyBytes({ stored }: Pick<Organisation, 'stored'>): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', stored));
}
