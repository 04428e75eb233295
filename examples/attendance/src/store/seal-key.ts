import { type Bytes, fromBase64Url, fromJsonBytes, joinBytes, toBase64Url, toJsonBytes } from './bytes.ts';

/** Encrypts values so that only who has the key can read them, and notices any change. */
export interface SealKey {
  /**
   * AES-GCM with a nonce that is a keyed hash of what is sealed, so that two devices that seal the same write the same.
   *
   * @param place - the id of the document that it is written to; it opens nowhere else
   */
  seal(value: unknown, place: string): Promise<string>;
  /** @returns undefined where the text was sealed with another key or for another place, or was changed */
  open(text: string, place: string): Promise<unknown>;
}

const NONCE_BYTES = 12;
/** Of a key, before others are derived from it. */
const KEY_BYTES = 32;

export function randomKeyBytes(): Bytes {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** @param bytes - 32 random ones */
export async function createSealKey(bytes: Bytes): Promise<SealKey> {
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const purpose = (name: string) => ({
    ...{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array() },
    info: new TextEncoder().encode(`face-verify attendance ${name}`),
  });
  const [cipher, nonceHash] = await Promise.all([
    crypto.subtle.deriveKey(purpose('seal'), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(purpose('nonce'), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return {
    seal: async (value, place) => {
      const additionalData = new TextEncoder().encode(place);
      const plain = toJsonBytes(value);
      const hash = await crypto.subtle.sign('HMAC', nonceHash, joinBytes(additionalData, new Uint8Array(1), plain));
      const iv = new Uint8Array(hash, 0, NONCE_BYTES);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, cipher, plain);
      return toBase64Url(joinBytes(iv, new Uint8Array(sealed)));
    },
    open: async (text, place) => {
      try {
        const bytes = fromBase64Url(text);
        const iv = bytes.subarray(0, NONCE_BYTES);
        const additionalData = new TextEncoder().encode(place);
        return fromJsonBytes(
          await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, cipher, bytes.subarray(NONCE_BYTES)),
        );
      } catch {
        return undefined;
      }
    },
  };
}
