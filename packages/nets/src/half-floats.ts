/**
 * Little-endian half floats (IEEE 754 binary16), as weight files hold them, to single precision.
 * By a table: browsers that can do it themselves are too new, and libraries take a second for a network.
 */
export function decodeHalfFloats(bytes: Uint8Array): Float32Array {
  const table = Float32Array.from({ length: 0x10000 }, (_, half) => halfToNumber(half));
  const values = new Float32Array(bytes.length >> 1);
  for (let i = 0; i < values.length; i++) {
    values[i] = table[(bytes[2 * i] as number) | ((bytes[2 * i + 1] as number) << 8)] as number;
  }
  return values;
}

function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
