import { CompactEncrypt, compactDecrypt } from 'jose';
import { webCrypto } from '../storage/web-crypto.ts';

const KEY_BY_PASSPHRASE = 'PBES2-HS512+A256KW';
const CIPHER = 'A256GCM';
/** Of PBKDF2 with SHA-512, as OWASP's Password Storage Cheat Sheet asks. */
const ITERATIONS = 210_000;
/** What a file may ask of us: more would keep the page busy for long. */
const MOST_ITERATIONS = 2_000_000;

/** A text that only the passphrase opens, as compact JWE (RFC 7516, RFC 7518 section 4.8). */
export function lockText(text: string, passphrase: string): Promise<string> {
  webCrypto();
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: KEY_BY_PASSPHRASE, enc: CIPHER, cty: 'application/json' })
    .setKeyManagementParameters({ p2c: ITERATIONS })
    .encrypt(keyOf(passphrase));
}

/** @returns undefined where the passphrase is another, or the text is none that was locked, or was changed */
export async function unlockText(locked: string, passphrase: string): Promise<string | undefined> {
  webCrypto();
  try {
    const { plaintext } = await compactDecrypt(locked, keyOf(passphrase), {
      keyManagementAlgorithms: [KEY_BY_PASSPHRASE],
      contentEncryptionAlgorithms: [CIPHER],
      maxPBES2Count: MOST_ITERATIONS,
    });
    return new TextDecoder().decode(plaintext);
  } catch {
    return undefined;
  }
}

/** The same for every keyboard: some write an accented letter as two characters. */
function keyOf(passphrase: string): Uint8Array {
  return new TextEncoder().encode(passphrase.normalize('NFKC'));
}
