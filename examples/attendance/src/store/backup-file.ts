import { type Bytes, fromBase64Url, fromJsonBytes, joinBytes, toBase64Url, toJsonBytes } from './bytes.ts';
import { StoreError } from './store-error.ts';

/** Of the OWASP Password Storage Cheat Sheet, for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
const FORMAT = 'face-verify attendance backup';
const LINE_FEED = 10;

/** The first line of a backup, readable; the rest is gzip, encrypted with AES-GCM. */
interface Header {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly iterations: number;
  readonly salt: string;
  readonly iv: string;
}

/** A file that only who knows the passphrase can read. */
export async function writeBackupFile(content: unknown, passphrase: string): Promise<Blob> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const header: Header = {
    ...{ format: FORMAT, version: 1, iterations: ITERATIONS },
    ...{ salt: toBase64Url(salt), iv: toBase64Url(iv) },
  };
  const additionalData = joinBytes(toJsonBytes(header), Uint8Array.of(LINE_FEED));
  const key = await deriveKey(passphrase, salt, ITERATIONS, 'encrypt');
  const zipped = await pass(toJsonBytes(content), new CompressionStream('gzip'));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, zipped);
  return new Blob([additionalData, sealed], { type: 'application/octet-stream' });
}

/** @throws {StoreError} `backup-unreadable` */
export async function readBackupFile(file: Blob, passphrase: string): Promise<unknown> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const end = bytes.indexOf(LINE_FEED) + 1;
    const additionalData = bytes.subarray(0, end);
    const header = fromJsonBytes(additionalData) as Header;
    if (header.format !== FORMAT || header.version !== 1 || header.iterations > 100 * ITERATIONS) throw unreadable();
    const key = await deriveKey(passphrase, fromBase64Url(header.salt), header.iterations, 'decrypt');
    const iv = fromBase64Url(header.iv);
    const zipped = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes.subarray(end));
    return fromJsonBytes(await pass(new Uint8Array(zipped), new DecompressionStream('gzip')));
  } catch (error) {
    throw error instanceof StoreError ? error : unreadable(error);
  }
}

async function deriveKey(
  passphrase: string,
  salt: Bytes,
  iterations: number,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, [use]);
}

async function pass(bytes: Bytes, through: GenericTransformStream): Promise<Bytes> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
}

function unreadable(cause?: unknown): StoreError {
  return new StoreError(
    'backup-unreadable',
    'This is no backup, or a damaged one, or the passphrase is another.',
    cause,
  );
}
