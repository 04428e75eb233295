import { fromBase64Url, toBase64Url } from '../domain/secrets/base64-url.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A value as JSON in UTF-8. */
export function toJsonBytes(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** @throws {SyntaxError} where the bytes are no JSON */
export function fromJsonBytes(bytes: BufferSource): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}

export { type Bytes, fromBase64Url, toBase64Url };
