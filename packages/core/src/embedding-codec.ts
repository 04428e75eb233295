import { crc32 } from './checksum.ts';
import type { ContractId } from './contract.ts';
import { assertEmbedding, type Embedding } from './embedding.ts';
import { FaceVerifyError } from './errors.ts';
import type { FaceTemplate } from './template.ts';

/** How a value leaves memory and comes back, the same to the bit. */
export interface Codec<Value> {
  /** @throws {FaceVerifyError} `embedding-invalid` where the value is none, so that nothing broken is kept */
  encode(value: Value): Uint8Array<ArrayBuffer>;
  /** The same as text, for JSON and forms: the bytes in Base64. @throws as {@link encode} */
  encodeText(value: Value): string;
  /**
   * Gives back what `encode` or `encodeText` was given.
   *
   * @param stored - bytes, or text
   * @throws {FaceVerifyError} `embedding-invalid` for anything else, and where a single bit was changed; that the
   *   embedding is of the model in use is checked where it is compared
   */
  decode(stored: Uint8Array | ArrayBuffer | string): Value;
}

/** What stands before a value: what it is, and the version of the layout. */
type Signature = 'FVE1' | 'FVT1';

// The layout, little-endian: 4 bytes signature, u32 faces, f64 norm, u16 length of the contract in bytes, the contract
// (ASCII), u16 length of the vector, the vector (f32 each), u32 CRC-32 of everything before it.
const HEAD_BYTES = 4 + 4 + 8 + 2;
const LENGTH_BYTES = 2;
const CHECKSUM_BYTES = 4;
/** Characters of a contract, and numbers of a vector. */
const LONGEST = 4096;

/** Stores one face. */
export const embeddingCodec: Codec<Embedding> = createCodec(
  'FVE1',
  (embedding) => ({ embedding, faceCount: 1 }),
  ({ embedding }) => embedding,
);

/** Stores what is kept of an enrolled subject. */
export const templateCodec: Codec<FaceTemplate> = createCodec(
  'FVT1',
  (template) => template,
  (template) => template,
);

function createCodec<Value>(
  signature: Signature,
  toTemplate: (value: Value) => FaceTemplate,
  fromTemplate: (template: FaceTemplate) => Value,
): Codec<Value> {
  const encode = (value: Value) => write(signature, toTemplate(value));
  return {
    encode,
    encodeText: (value) => btoa(String.fromCharCode(...encode(value))),
    decode: (stored) => fromTemplate(read(signature, bytesOf(stored))),
  };
}

function write(signature: Signature, template: FaceTemplate): Uint8Array<ArrayBuffer> {
  const { embedding, faceCount } = template ?? {};
  assertEmbedding(embedding);
  const { vector, norm, contract } = embedding;
  const isWritable = isAscii(contract) && contract.length <= LONGEST && vector.length <= LONGEST;
  if (!(isWritable && isFaceCount(faceCount))) throw invalid('it cannot be stored');
  const vectorAt = HEAD_BYTES + contract.length + LENGTH_BYTES;
  const checksumAt = vectorAt + vector.length * 4;
  const bytes = new Uint8Array(checksumAt + CHECKSUM_BYTES);
  const view = new DataView(bytes.buffer);
  writeAscii(bytes, 0, signature);
  view.setUint32(4, faceCount, true);
  view.setFloat64(8, norm, true);
  view.setUint16(16, contract.length, true);
  writeAscii(bytes, HEAD_BYTES, contract);
  view.setUint16(vectorAt - LENGTH_BYTES, vector.length, true);
  vector.forEach((value, i) => {
    view.setFloat32(vectorAt + i * 4, value, true);
  });
  view.setUint32(checksumAt, crc32(bytes.subarray(0, checksumAt)), true);
  return bytes;
}

function read(signature: Signature, bytes: Uint8Array): FaceTemplate {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD_BYTES || readAscii(bytes, 0, 4) !== signature) {
    throw invalid(`it does not begin with ${signature}, so it is of another kind or version`);
  }
  const contractLength = view.getUint16(16, true);
  const vectorAt = HEAD_BYTES + contractLength + LENGTH_BYTES;
  const vectorLength = vectorAt <= bytes.length ? view.getUint16(vectorAt - LENGTH_BYTES, true) : 0;
  const checksumAt = vectorAt + vectorLength * 4;
  if (bytes.length !== checksumAt + CHECKSUM_BYTES) throw invalid('it was cut off, or something was added to it');
  if (view.getUint32(checksumAt, true) !== crc32(bytes.subarray(0, checksumAt))) throw invalid('it was changed');
  const faceCount = view.getUint32(4, true);
  if (!isFaceCount(faceCount)) throw invalid('it stands for no face');
  const embedding: Embedding = {
    vector: Float32Array.from({ length: vectorLength }, (_, i) => view.getFloat32(vectorAt + i * 4, true)),
    norm: view.getFloat64(8, true),
    contract: readAscii(bytes, HEAD_BYTES, contractLength) as ContractId,
  };
  assertEmbedding(embedding);
  return { embedding, faceCount };
}

/** Not `instanceof`: the bytes may be of another window. */
function bytesOf(stored: unknown): Uint8Array {
  if (typeof stored === 'string') return fromBase64(stored);
  const kind = Object.prototype.toString.call(stored);
  // One whose memory was sent away has no bytes, and is not to be looked into.
  if (ArrayBuffer.isView(stored) && kind === '[object Uint8Array]') {
    return stored.byteLength > 0 ? (stored as Uint8Array) : new Uint8Array();
  }
  if (kind !== '[object ArrayBuffer]') throw invalid('it is neither a Uint8Array, an ArrayBuffer nor a text');
  try {
    return new Uint8Array(stored as ArrayBuffer);
  } catch (cause) {
    throw invalid('its bytes cannot be read', cause);
  }
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw invalid('its text is not Base64', cause);
  }
}

function isFaceCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 0xffffffff;
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

function readAscii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function invalid(why: string, cause?: unknown): FaceVerifyError {
  return new FaceVerifyError('embedding-invalid', `This is no stored embedding or template: ${why}.`, { cause });
}

// Functions of windows, workers and Node alike, though not of the language.
declare function atob(base64: string): string;
declare function btoa(bytes: string): string;
