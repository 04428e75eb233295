import { crc32 } from '../checksum.ts';
import { type ContractId, dimensionOf } from '../contract.ts';
import { FaceVerifyError, toFaceVerifyError } from '../errors.ts';
import type { Gallery } from './gallery.ts';
import { GalleryBlock } from './gallery-block.ts';

/** How a gallery leaves memory and comes back, the same to the bit. */
export interface GalleryCodec {
  /** @throws {FaceVerifyError} `gallery-invalid` where this is no gallery, or memory does not suffice */
  encode(gallery: Gallery): Uint8Array<ArrayBuffer>;
  /**
   * Gives back what `encode` was given.
   *
   * @throws {FaceVerifyError} `gallery-invalid` for anything else, and where a single bit was changed; that it is of
   *   the model in use is checked where it is searched
   */
  decode(stored: Uint8Array | ArrayBuffer): Gallery;
}

/** What it is, and the version of the layout. */
const SIGNATURE = 'FVG1';

// The layout, little-endian: 4 bytes signature, u32 subjects, u16 length of the contract, the contract (ASCII); for each
// subject the u16 length of its id, the id (u16 each), f64 norm, the vector (f32 each); u32 CRC-32 of everything before.
const HEAD_BYTES = 4 + 4 + 2;
const CHECKSUM_BYTES = 4;
const NORM_BYTES = 8;

/**
 * Stores a whole gallery, as bytes that belong into an encrypted place: they hold biometric data.
 *
 * @example
 * const bytes = galleryCodec.encode(gallery);
 * const again = galleryCodec.decode(bytes);
 */
export const galleryCodec: GalleryCodec = { encode, decode };

function encode(gallery: Gallery): Uint8Array<ArrayBuffer> {
  const { contract, dimension, ids, norms, vectors, size } = GalleryBlock.of(gallery);
  const idBytes = ids.reduce((sum, id) => sum + 2 + 2 * id.length, 0);
  const rowBytes = NORM_BYTES + 4 * dimension;
  const bytes = allocate(HEAD_BYTES + contract.length + idBytes + size * rowBytes + CHECKSUM_BYTES);
  const view = new DataView(bytes.buffer);
  writeAscii(bytes, 0, SIGNATURE);
  view.setUint32(4, size, true);
  view.setUint16(8, contract.length, true);
  writeAscii(bytes, HEAD_BYTES, contract);
  let at = HEAD_BYTES + contract.length;
  for (const [row, id] of ids.entries()) {
    view.setUint16(at, id.length, true);
    at += 2;
    for (let i = 0; i < id.length; i++, at += 2) view.setUint16(at, id.charCodeAt(i), true);
    view.setFloat64(at, norms[row] as number, true);
    at += NORM_BYTES;
    const from = row * dimension;
    for (let i = from; i < from + dimension; i++, at += 4) view.setFloat32(at, vectors[i] as number, true);
  }
  view.setUint32(at, crc32(bytes.subarray(0, at)), true);
  return bytes;
}

function decode(stored: Uint8Array | ArrayBuffer): Gallery {
  try {
    return read(bytesOf(stored));
  } catch (error) {
    if (error instanceof FaceVerifyError && error.code === 'gallery-invalid') throw error;
    // Behind the end of the bytes, an id twice, numbers that are no embedding.
    throw invalid('what it holds is no gallery', toFaceVerifyError(error, 'gallery-invalid'));
  }
}

function read(bytes: Uint8Array): Gallery {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - CHECKSUM_BYTES;
  if (end < HEAD_BYTES || readAscii(bytes, 0, 4) !== SIGNATURE) {
    throw invalid(`it does not begin with ${SIGNATURE}, so it is of another kind or version`);
  }
  if (view.getUint32(end, true) !== crc32(bytes.subarray(0, end))) throw invalid('it was changed or cut off');
  const size = view.getUint32(4, true);
  let at = HEAD_BYTES + view.getUint16(8, true);
  const contract = readAscii(bytes, HEAD_BYTES, at - HEAD_BYTES) as ContractId;
  const dimension = dimensionOf(contract) ?? 0;
  // Before memory is taken for it.
  if (dimension === 0 || size * (NORM_BYTES + 4 * dimension) > end) throw invalid('its head does not fit the rest');
  const block = new GalleryBlock(contract, dimension, size);
  const vector = new Float32Array(dimension);
  for (let row = 0; row < size; row++) {
    const idLength = view.getUint16(at, true);
    const idAt = at + 2;
    const normAt = idAt + 2 * idLength;
    const id = readText(view, idAt, idLength);
    at = normAt + NORM_BYTES;
    for (let i = 0; i < dimension; i++, at += 4) vector[i] = view.getFloat32(at, true);
    block.add(id, { vector, norm: view.getFloat64(normAt, true), contract });
  }
  if (at !== end) throw invalid('something was added to it');
  return block;
}

/** Not `instanceof`: the bytes may be of another window. */
function bytesOf(stored: unknown): Uint8Array {
  const kind = Object.prototype.toString.call(stored);
  if (ArrayBuffer.isView(stored) && kind === '[object Uint8Array]') return stored as Uint8Array;
  if (kind === '[object ArrayBuffer]') return new Uint8Array(stored as ArrayBuffer);
  throw invalid('it is neither a Uint8Array nor an ArrayBuffer');
}

function allocate(byteLength: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(byteLength);
  } catch (cause) {
    throw new FaceVerifyError('gallery-invalid', 'There is not enough memory to write this gallery.', { cause });
  }
}

/** Not by spreading, which is slow for a million ids. */
function readText(view: DataView, at: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(view.getUint16(at + 2 * i, true));
  return text;
}

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

function readAscii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function invalid(why: string, cause?: unknown): FaceVerifyError {
  return new FaceVerifyError('gallery-invalid', `This is no stored gallery: ${why}.`, { cause });
}
