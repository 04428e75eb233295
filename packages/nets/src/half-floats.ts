import { getFloat16, setFloat16 } from '@petamoriken/float16';

/** Little-endian half floats, as weight files hold them, to single precision. */
export function decodeHalfFloats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength >> 1 }, (_, i) => getFloat16(view, 2 * i, true));
}

export function encodeHalfFloats(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(2 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    setFloat16(view, 2 * i, value, true);
  });
  return bytes;
}
