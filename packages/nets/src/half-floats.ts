/**
 * Little-endian half floats (IEEE 754 binary16), as weight files hold them, to single precision.
 * By a table: browsers that can do it themselves are too new, and libraries take a second for a network.
 */
export function decodeHalfFloats(bytes: Uint8Array): Float32Array {
  const table = tableOfHalves();
  const values = new Float32Array(bytes.length >> 1);
  for (let i = 0; i < values.length; i++) {
    values[i] = table[(bytes[2 * i] as number) | ((bytes[2 * i + 1] as number) << 8)] as number;
  }
  return values;
}

/** The value of each half float: its bits moved to where single precision has them, and what the exponents differ by. */
function tableOfHalves(): Float32Array {
  const bits = new Uint32Array(0x10000);
  for (let half = 0; half < bits.length; half++) {
    const isNumber = (half & 0x7c00) !== 0x7c00;
    bits[half] = ((half & 0x8000) << 16) | ((half & 0x7fff) << 13) | (isNumber ? 0 : 0x7f80_0000);
  }
  const values = new Float32Array(bits.buffer);
  for (let half = 0; half < values.length; half++) values[half] = (values[half] as number) * 2 ** 112;
  return values;
}
