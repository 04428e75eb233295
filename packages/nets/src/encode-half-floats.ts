import { Float16Array } from '@petamoriken/float16';

/** Single precision to little-endian half floats, rounded to the nearest. */
export function encodeHalfFloats(values: Float32Array): Uint8Array {
  return new Uint8Array(Float16Array.from(values).buffer);
}
