import { fromBase64Url, toBase64Url } from './base64-url.ts';

/** What is stored of a PIN. A PIN is short, so the record itself is stored encrypted as well. */
export interface Pin {
  readonly kdf: 'PBKDF2-SHA-256';
  readonly iterations: number;
  /** 16 random bytes of this person's own, base64url. */
  readonly salt: string;
  /** 32 bytes, base64url. */
  readonly hash: string;
}

/** Of the OWASP Password Storage Cheat Sheet, for PBKDF2 with SHA-256. */
export const PIN_ITERATIONS = 600_000;

/** Four to eight digits. */
export function isPin(text: string): boolean {
  return /^\d{4,8}$/.test(text);
}

/**
 * @param iterations - fewer only in tests
 * @throws {RangeError} where the text is no PIN
 */
export async function hashPin(pin: string, iterations = PIN_ITERATIONS): Promise<Pin> {
  if (!isPin(pin)) throw new RangeError('A PIN is four to eight digits.');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = toBase64Url(await derive(pin, salt, iterations));
  return { kdf: 'PBKDF2-SHA-256', iterations, salt: toBase64Url(salt), hash };
}

/** Whether this is the PIN that was stored. Takes as long without one, so that it does not tell who has one. */
export async function checkPin(typed: string, stored: Pin | undefined): Promise<boolean> {
  const { salt, hash, iterations } = stored ?? NOBODYS;
  const derived = await derive(typed, fromBase64Url(salt), iterations);
  const expected = fromBase64Url(hash);
  if (stored === undefined || expected.length !== derived.length) return false;
  return derived.reduce((difference, byte, i) => difference | (byte ^ (expected[i] as number)), 0) === 0;
}

const NOBODYS: Pin = {
  kdf: 'PBKDF2-SHA-256',
  iterations: PIN_ITERATIONS,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  hash: '',
};

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256),
  );
}
